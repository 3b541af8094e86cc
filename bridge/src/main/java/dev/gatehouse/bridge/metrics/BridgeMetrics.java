package dev.gatehouse.bridge.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** What the bridge counts. */
public final class BridgeMetrics {
  private final List<Metric> metrics = new CopyOnWriteArrayList<>();

  public final Counter received = counter("events_received", "Dispatch events from the gateway");
  public final Counter sent = counter("events_sent", "Events that the queue holds");
  public final Counter calls = counter("queue_calls", "Calls to the queue, each with a batch");
  public final Counter filtered = counter("events_filtered", "Events dropped by the filter");
  public final Counter duplicates = counter("events_duplicate", "Replayed events dropped");
  public final Counter late =
      counter("events_late", "Events that came behind their successors, and were passed on");
  public final Counter oversized =
      counter("messages_oversized", "Messages above BRIDGE_MESSAGE_MIB, which are lost");
  public final Counter malformed = counter("frames_malformed", "Frames that could not be read");
  public final Counter retries = counter("queue_retries", "Entries that had to be sent again");
  public final Counter claims = counter("claims", "Payloads that went by claim check");
  public final Counter rejected =
      counter("events_rejected", "Events that could never be sent, each a dead letter");
  public final Counter defects =
      counter("sender_defects", "Defects met while sending that cost no event");
  public final Counter connects = counter("connects", "Gateway connections opened");
  public final Counter identifies =
      counter("identifies", "Identifies sent, each of the day's budget");
  public final Counter sessions = counter("sessions", "Sessions begun");
  public final Counter resumes = counter("resumes", "Sessions resumed");
  public final Counter gaps = counter("gaps", "Sessions lost, so that events may be missing");
  public final Counter pauses = counter("pauses", "Disconnections because the spool was full");
  public final Counter commands = counter("commands", "Commands sent to the gateway");
  public final Counter relayed =
      counter("commands_relayed", "Commands left for shards of other processes");
  public final Histogram acknowledgement =
      histogram("queue_ack_seconds", "From a frame's arrival to the queue's acknowledgement");
  public final Histogram heartbeat =
      histogram("heartbeat_seconds", "From a heartbeat to its acknowledgement");

  /** Prints a value that is read anew each time. */
  public void gauge(String name, String help, LongSupplier value) {
    metrics.add(new Gauge(full(name), help, value));
  }

  /** All of it in the Prometheus text format. */
  public String print() {
    StringBuilder text = new StringBuilder(8192);
    metrics.forEach(metric -> metric.print(text));
    return text.toString();
  }

  private Counter counter(String name, String help) {
    Counter counter = new Counter(full(name) + "_total", help);
    metrics.add(counter);
    return counter;
  }

  private Histogram histogram(String name, String help) {
    Histogram histogram = new Histogram(full(name), help);
    metrics.add(histogram);
    return histogram;
  }

  private static String full(String name) {
    return "gatehouse_bridge_" + name;
  }

  /** A value that is read when it is printed. */
  private record Gauge(String name, String help, LongSupplier value) implements Metric {
    @Override
    public void print(StringBuilder to) {
      Metric.head(to, name, help, "gauge");
      to.append(name).append(' ').append(value.getAsLong()).append('\n');
    }
  }
}
