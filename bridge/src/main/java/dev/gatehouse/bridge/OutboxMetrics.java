package dev.gatehouse.bridge;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.outbox.OutboxListener;
import dev.gatehouse.bridge.outbox.QueuedEvent;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs what the senders do. */
final class OutboxMetrics implements OutboxListener {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);

  private final BridgeMetrics metrics;
  private final QueueTrouble trouble;
  private volatile String lastDeadLetter = "";
  private volatile String lastDefect = "";

  /**
   * @param nanos a monotonic clock
   */
  OutboxMetrics(BridgeMetrics metrics, LongSupplier nanos) {
    this.metrics = metrics;
    this.trouble = new QueueTrouble(nanos);
  }

  /** Whether the queue has ever taken an event. */
  boolean hasSent() {
    return metrics.sent.value() > 0;
  }

  /** Whether the last call to the queue failed. */
  boolean isFailing() {
    return trouble.isPresent();
  }

  /** What became of the last event that could not be sent; empty while there was none. */
  String deadLetters() {
    return lastDeadLetter.isEmpty()
        ? ""
        : metrics.rejected.value()
            + " events could not be sent; see the log, and the rows dead# of STATE_TABLE; the last: "
            + lastDeadLetter;
  }

  /** What defects the senders met; empty while there was none. */
  String defects() {
    return lastDefect.isEmpty()
        ? ""
        : metrics.defects.value()
            + " defects of the bridge were met while sending; see the log; the last: "
            + lastDefect;
  }

  @Override
  public void calling() {
    metrics.calls.increment();
  }

  @Override
  public void sent(long nanosSinceArrival) {
    metrics.sent.increment();
    metrics.acknowledgement.recordNanos(nanosSinceArrival);
    trouble.succeeded();
  }

  @Override
  public void retrying(int entries, String reason) {
    metrics.retries.add(entries);
    trouble.failed(reason);
  }

  @Override
  public void claimed() {
    metrics.claims.increment();
  }

  @Override
  public void deadLettered(QueuedEvent event, String reason, boolean kept) {
    metrics.rejected.increment();
    String end = kept ? "kept as a dead letter" : "lost, no dead letter is kept";
    lastDeadLetter = event.deduplicationId() + ": " + reason + "; " + end;
    LOG.atError()
        .addKeyValue("id", event.deduplicationId())
        .addKeyValue("bytes", event.body().length)
        .addKeyValue("reason", reason)
        .addKeyValue("kept", kept)
        .log("an event can never reach the queue");
  }

  @Override
  public void defect(String what) {
    metrics.defects.increment();
    lastDefect = what;
    LOG.atError().addKeyValue("defect", what).log("a defect was met while sending");
  }
}
