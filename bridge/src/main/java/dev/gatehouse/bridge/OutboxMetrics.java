package dev.gatehouse.bridge;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.outbox.Entry;
import dev.gatehouse.bridge.outbox.OutboxListener;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs what the outbox does. */
final class OutboxMetrics implements OutboxListener {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);

  private final BridgeMetrics metrics;
  private final QueueTrouble trouble;

  /**
   * @param nanos a monotonic clock
   */
  OutboxMetrics(BridgeMetrics metrics, LongSupplier nanos) {
    this.metrics = metrics;
    this.trouble = new QueueTrouble(nanos);
  }

  /** Whether the last call to the queue failed. */
  boolean isFailing() {
    return trouble.isPresent();
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
  public void claimed(Entry entry) {
    metrics.claims.increment();
  }

  @Override
  public void rejected(Entry entry, String reason) {
    metrics.rejected.increment();
    LOG.atError()
        .addKeyValue("id", entry.deduplicationId())
        .addKeyValue("bytes", entry.body().length)
        .addKeyValue("reason", reason)
        .log("event dropped: the queue refuses it and CLAIMS_BUCKET is not set or refused it too");
  }
}
