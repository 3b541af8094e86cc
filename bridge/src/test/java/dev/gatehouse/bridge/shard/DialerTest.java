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
import java.time.Instant;
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
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

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
            new Limits(Duration.ofSeconds(60), 1 << 20));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void dial() {
    dial(NOW);
  }

  private void dial(Instant at) {
    Compression asked = dialer.choose(at);
    assertThrows(IOException.class, () -> dialer.open(Optional.empty(), asked, at));
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
    dialer.refusedBeforeHello(Compression.ZSTD, "the stream is broken", NOW);

    assertEquals(Compression.ZLIB, dialer.compression());
  }

  @Test
  void shardsThatAreRefusedAtTheSameTimeStepDownOnce() {
    dialer.refusedBeforeHello(Compression.ZSTD, "one shard", NOW);
    dialer.refusedBeforeHello(Compression.ZSTD, "another shard", NOW);

    assertEquals(Compression.ZLIB, dialer.compression());
  }

  @Test
  void triesTheWantedCompressionAgainAfterAnHour() {
    dial();
    dial(NOW.plus(HOUR).minusMillis(1));
    assertTrue(dialer.isDegraded());
    status = 500;
    dial(NOW.plus(HOUR.multipliedBy(2)));

    assertEquals("v=10&encoding=json&compress=zstd-stream", queries.getLast());
    assertEquals(Compression.ZSTD, dialer.compression());
    assertFalse(dialer.isDegraded());
  }

  @Test
  void stepsDownForAnotherHourWhenItIsRefusedAgain() {
    dial();
    dial(NOW.plus(HOUR));
    assertEquals(Compression.ZLIB, dialer.compression());

    assertEquals(Compression.ZLIB, dialer.choose(NOW.plus(HOUR.multipliedBy(2)).minusMillis(1)));
    assertEquals(Compression.ZSTD, dialer.choose(NOW.plus(HOUR.multipliedBy(2))));
  }
}
