package dev.gatehouse.bridge.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.bridge.transport.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that refuses every upgrade with one status. */
class DialerTest {
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private volatile int status = 400;
  private HttpServer server;
  private Dialer dialer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          queries.add(exchange.getRequestURI().getQuery());
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    dialer =
        new Dialer(
            "ws://127.0.0.1:" + server.getAddress().getPort(),
            Compression.ZSTD,
            new Limits(Duration.ofSeconds(5), 1 << 20));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void dial() {
    assertThrows(IOException.class, () -> dialer.open(Optional.empty(), dialer.compression()));
  }

  @Test
  void stepsDownFromACompressionThatIsRefused() {
    assertFalse(dialer.isDegraded());
    dial();
    dial();
    dial();

    assertEquals(
        List.of(
            "v=10&encoding=json&compress=zstd-stream",
            "v=10&encoding=json&compress=zlib-stream",
            "v=10&encoding=json"),
        queries);
    assertEquals(Compression.PLAIN, dialer.compression());
    assertTrue(dialer.isDegraded());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void doesNotBlameTheCompressionForAnythingElse(int answer) {
    status = answer;
    dial();

    assertEquals(Compression.ZSTD, dialer.compression());
  }

  @Test
  void stepsDownWhenTheFirstPayloadMakesNoSense() {
    dialer.refusedBeforeHello(Compression.ZSTD, "the stream is broken");

    assertEquals(Compression.ZLIB, dialer.compression());
  }

  @Test
  void shardsThatAreRefusedAtTheSameTimeStepDownOnce() {
    dialer.refusedBeforeHello(Compression.ZSTD, "one shard");
    dialer.refusedBeforeHello(Compression.ZSTD, "another shard");

    assertEquals(Compression.ZLIB, dialer.compression());
  }
}
