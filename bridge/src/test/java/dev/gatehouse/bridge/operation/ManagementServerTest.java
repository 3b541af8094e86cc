package dev.gatehouse.bridge.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.shard.ShardStatus;
import dev.gatehouse.contracts.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
  private final BridgeMetrics metrics = new BridgeMetrics();
  private Health health = health(true);
  private final ManagementServer server = start(0);

  private ManagementServer start(int port) {
    try {
      return ManagementServer.start("127.0.0.1", port, () -> health, metrics::print);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Health health(boolean live) {
    ShardStatus status =
        new ShardStatus(new Shard(1, 2), live ? "Live" : "Halted", live, live ? "" : "do \"this\"");
    return new Health(
        List.of(new Health.ShardHealth(status, 3)), false, 4, 5, List.of("a problem"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void tellsHowEachShardDoes() throws Exception {
    HttpResponse<String> answer = get("/health");
    JsonNode json = new ObjectMapper().readTree(answer.body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json.path("ready").booleanValue()).isTrue();
    assertThat(json.at("/shards/0/shard").textValue()).isEqualTo("1/2");
    assertThat(json.at("/shards/0/state").textValue()).isEqualTo("Live");
    assertThat(json.at("/shards/0/lag").intValue()).isEqualTo(3);
    assertThat(json.at("/spool/events").intValue()).isEqualTo(4);
    assertThat(json.at("/problems/0").textValue()).isEqualTo("a problem");
  }

  @Test
  void isUnavailableWhileAShardIsDown() throws Exception {
    health = health(false);
    HttpResponse<String> answer = get("/health");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(new ObjectMapper().readTree(answer.body()).at("/shards/0/detail").textValue())
        .isEqualTo("do \"this\"");
  }

  @Test
  void isHealthyWhileItStandsBy() throws Exception {
    health = new Health(List.of(), true, 0, 0, List.of());

    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(get("/health").body().startsWith("{\"ready\":false,\"standby\":true")).isTrue();
  }

  @Test
  void printsMetricsAsPrometheusReadsThem() throws Exception {
    metrics.sent.add(2);
    metrics.acknowledgement.recordNanos(3_000_000);
    metrics.acknowledgement.recordNanos(700_000_000);
    metrics.gauge("spool_events", "Events", () -> 9);
    List<String> lines = get("/prometheus").body().lines().toList();

    assertThat(lines.contains("# TYPE gatehouse_bridge_events_sent_total counter")).isTrue();
    assertThat(lines.contains("gatehouse_bridge_events_sent_total 2")).isTrue();
    assertThat(lines.contains("gatehouse_bridge_spool_events 9")).isTrue();
    assertThat(lines.contains("gatehouse_bridge_queue_ack_seconds_bucket{le=\"0.005\"} 1"))
        .isTrue();
    assertThat(lines.contains("gatehouse_bridge_queue_ack_seconds_bucket{le=\"1.0\"} 2")).isTrue();
    assertThat(lines.contains("gatehouse_bridge_queue_ack_seconds_bucket{le=\"+Inf\"} 2")).isTrue();
    assertThat(lines.contains("gatehouse_bridge_queue_ack_seconds_sum 0.703")).isTrue();
    assertThat(lines.contains("gatehouse_bridge_queue_ack_seconds_count 2")).isTrue();
  }

  @Test
  void saysWhatThereIsWhereThereIsNothing() throws Exception {
    assertThat(get("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void namesTheVariableOfABusyPort() {
    Exception busy =
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> start(server.port())).actual();

    assertThat(busy.getMessage()).startsWith("MANAGEMENT_PORT: cannot listen on");
  }
}
