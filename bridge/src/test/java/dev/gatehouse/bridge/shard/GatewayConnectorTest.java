package dev.gatehouse.bridge.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThatThrownBy(() -> connector.open(Optional.empty(), asked, at))
        .isInstanceOf(IOException.class);
  }

  @Test
  void stepsDownFromACompressionThatIsRefused() {
    assertThat(connector.isDegraded()).isFalse();
    connect();
    connect();
    connect();

    assertThat(queries)
        .isEqualTo(
            List.of(
                "v=10&encoding=json&compress=zstd-stream",
                "v=10&encoding=json&compress=zlib-stream",
                "v=10&encoding=json"));
    assertThat(connector.compression()).isEqualTo(Compression.PLAIN);
    assertThat(connector.isDegraded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void doesNotBlameTheCompressionForAnythingElse(int answer) {
    status = answer;
    connect();

    assertThat(connector.compression()).isEqualTo(Compression.ZSTD);
  }

  @Test
  void stepsDownWhenTheFirstPayloadMakesNoSense() {
    connector.refusedBeforeHello(Compression.ZSTD, "the stream is broken", NOW);

    assertThat(connector.compression()).isEqualTo(Compression.ZLIB);
  }

  @Test
  void shardsThatAreRefusedAtTheSameTimeStepDownOnce() {
    connector.refusedBeforeHello(Compression.ZSTD, "one shard", NOW);
    connector.refusedBeforeHello(Compression.ZSTD, "another shard", NOW);

    assertThat(connector.compression()).isEqualTo(Compression.ZLIB);
  }

  @Test
  void triesTheWantedCompressionAgainAfterAnHour() {
    connect();
    connect(NOW.plus(HOUR).minusMillis(1));
    assertThat(connector.isDegraded()).isTrue();
    status = 500;
    connect(NOW.plus(HOUR.multipliedBy(2)));

    assertThat(queries.getLast()).isEqualTo("v=10&encoding=json&compress=zstd-stream");
    assertThat(connector.compression()).isEqualTo(Compression.ZSTD);
    assertThat(connector.isDegraded()).isFalse();
  }

  @Test
  void stepsDownForAnotherHourWhenItIsRefusedAgain() {
    connect();
    connect(NOW.plus(HOUR));
    assertThat(connector.compression()).isEqualTo(Compression.ZLIB);

    assertThat(connector.choose(NOW.plus(HOUR.multipliedBy(2)).minusMillis(1)))
        .isEqualTo(Compression.ZLIB);
    assertThat(connector.choose(NOW.plus(HOUR.multipliedBy(2)))).isEqualTo(Compression.ZSTD);
  }
}
