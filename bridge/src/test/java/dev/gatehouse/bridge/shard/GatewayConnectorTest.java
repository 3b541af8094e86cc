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
class GatewayConnectorTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<String> queries = new CopyOnWriteArrayList<>();
  private volatile int status = 400;
  private HttpServer server;
  private GatewayConnector connector;

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
    connector =
        new GatewayConnector(
            "ws://127.0.0.1:" + server.getAddress().getPort(),
            Compression.ZSTD,
            new Limits(Duration.ofSeconds(60), 1 << 20),
            System::nanoTime);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void connect() {
    connect(NOW);
  }

  private void connect(Instant at) {
    Compression asked = connector.choose(at);
    assertThrows(IOException.class, () -> connector.open(Optional.empty(), asked, at));
  }

  @Test
  void stepsDownFromACompressionThatIsRefused() {
    assertFalse(connector.isDegraded());
    connect();
    connect();
    connect();

    assertEquals(
        List.of(
            "v=10&encoding=json&compress=zstd-stream",
            "v=10&encoding=json&compress=zlib-stream",
            "v=10&encoding=json"),
        queries);
    assertEquals(Compression.PLAIN, connector.compression());
    assertTrue(connector.isDegraded());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void doesNotBlameTheCompressionForAnythingElse(int answer) {
    status = answer;
    connect();

    assertEquals(Compression.ZSTD, connector.compression());
  }

  @Test
  void stepsDownWhenTheFirstPayloadMakesNoSense() {
    connector.refusedBeforeHello(Compression.ZSTD, "the stream is broken", NOW);

    assertEquals(Compression.ZLIB, connector.compression());
  }

  @Test
  void shardsThatAreRefusedAtTheSameTimeStepDownOnce() {
    connector.refusedBeforeHello(Compression.ZSTD, "one shard", NOW);
    connector.refusedBeforeHello(Compression.ZSTD, "another shard", NOW);

    assertEquals(Compression.ZLIB, connector.compression());
  }

  @Test
  void triesTheWantedCompressionAgainAfterAnHour() {
    connect();
    connect(NOW.plus(HOUR).minusMillis(1));
    assertTrue(connector.isDegraded());
    status = 500;
    connect(NOW.plus(HOUR.multipliedBy(2)));

    assertEquals("v=10&encoding=json&compress=zstd-stream", queries.getLast());
    assertEquals(Compression.ZSTD, connector.compression());
    assertFalse(connector.isDegraded());
  }

  @Test
  void stepsDownForAnotherHourWhenItIsRefusedAgain() {
    connect();
    connect(NOW.plus(HOUR));
    assertEquals(Compression.ZLIB, connector.compression());

    assertEquals(Compression.ZLIB, connector.choose(NOW.plus(HOUR.multipliedBy(2)).minusMillis(1)));
    assertEquals(Compression.ZSTD, connector.choose(NOW.plus(HOUR.multipliedBy(2))));
  }
}
