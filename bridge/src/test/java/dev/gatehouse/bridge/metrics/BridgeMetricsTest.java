package dev.gatehouse.bridge.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is printed is in the Prometheus text format.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus</a>
 */
class BridgeMetricsTest {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_:][a-z0-9_:]*)(\\{le=\"(\\+Inf|[0-9.E-]+)\"})? -?[0-9.E-]+");

  private final BridgeMetrics metrics = new BridgeMetrics();

  private List<String> lines() {
    return metrics.print().lines().toList();
  }

  private Stream<String> lines(String name) {
    return lines().stream().filter(line -> line.startsWith("gatehouse_bridge_" + name));
  }

  @Test
  void aCounterIsToldOfThenCountsUnderANameThatEndsInTotal() {
    metrics.sent.increment();
    metrics.sent.add(2);

    assertThat(lines())
        .containsSequence(
            "# HELP gatehouse_bridge_events_sent_total Events that the queue holds",
            "# TYPE gatehouse_bridge_events_sent_total counter",
            "gatehouse_bridge_events_sent_total 3");
  }

  @Test
  void aGaugeIsReadEachTime() {
    long[] value = {7};
    metrics.gauge("spool_events", "Events waiting", () -> value[0]);
    assertThat(lines())
        .endsWith(
            "# HELP gatehouse_bridge_spool_events Events waiting",
            "# TYPE gatehouse_bridge_spool_events gauge",
            "gatehouse_bridge_spool_events 7");

    value[0] = 0;
    assertThat(lines()).endsWith("gatehouse_bridge_spool_events 0");
  }

  @Test
  void aHelpTextMayHoldAnyCharacter() {
    metrics.gauge("odd", "a \\ and\na line", () -> 1);

    assertThat(lines()).contains("# HELP gatehouse_bridge_odd a \\\\ and\\na line");
  }

  @Test
  void bucketsOfAHistogramCountAllThatIsNotAboveThem() {
    metrics.heartbeat.recordNanos(Duration.ofNanos(400_000).toNanos());
    metrics.heartbeat.recordNanos(Duration.ofMillis(1).toNanos());
    metrics.heartbeat.recordNanos(Duration.ofMillis(30).toNanos());
    metrics.heartbeat.recordNanos(Duration.ofMinutes(2).toNanos());

    assertThat(lines("heartbeat_seconds"))
        .startsWith(
            "gatehouse_bridge_heartbeat_seconds_bucket{le=\"5.0E-4\"} 1",
            "gatehouse_bridge_heartbeat_seconds_bucket{le=\"0.001\"} 2",
            "gatehouse_bridge_heartbeat_seconds_bucket{le=\"0.0025\"} 2")
        .contains("gatehouse_bridge_heartbeat_seconds_bucket{le=\"0.05\"} 3")
        .endsWith(
            "gatehouse_bridge_heartbeat_seconds_bucket{le=\"60.0\"} 3",
            "gatehouse_bridge_heartbeat_seconds_bucket{le=\"+Inf\"} 4",
            "gatehouse_bridge_heartbeat_seconds_sum 120.0314",
            "gatehouse_bridge_heartbeat_seconds_count 4");
    assertThat(metrics.heartbeat.count()).isEqualTo(4);
  }

  @Test
  void boundsOfBucketsRise() {
    double[] bounds =
        lines("queue_ack_seconds_bucket")
            .map(line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
            .filter(bound -> !bound.equals("+Inf"))
            .mapToDouble(Double::parseDouble)
            .toArray();

    assertThat(bounds).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void eachMetricIsToldOfOnceBeforeItsSamples() {
    metrics.gauge("spool_events", "Events waiting", () -> 7);
    String[] types =
        lines().stream().filter(line -> line.startsWith("# TYPE")).toArray(String[]::new);

    assertThat(Arrays.stream(types).map(line -> line.split(" ")[2])).doesNotHaveDuplicates();
    assertThat(lines().stream().filter(line -> line.startsWith("# HELP"))).hasSize(types.length);
    assertThat(metrics.print()).endsWith("\n");
    assertThat(lines()).allMatch(line -> line.startsWith("# ") || SAMPLE.matcher(line).matches());
  }
}
