package dev.gatehouse.bridge;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.outbox.Entry;
import dev.gatehouse.bridge.outbox.OutboxListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs what the outbox does. */
final class OutboxMetrics implements OutboxListener {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);

  private final BridgeMetrics metrics;
  private volatile boolean failing;

  OutboxMetrics(BridgeMetrics metrics) {
    this.metrics = metrics;
  }

  /** Whether the last call to the queue failed. */
  boolean isFailing() {
    return failing;
  }

  @Override
  public void calling() {
    metrics.calls.increment();
  }

  @Override
  public void sent(long nanosSinceArrival) {
    metrics.sent.increment();
    metrics.acknowledgement.recordNanos(nanosSinceArrival);
    if (failing) {
      failing = false;
      LOG.info("the queue takes events again");
    }
  }

  @Override
  public void retrying(int entries, String reason) {
    metrics.retries.add(entries);
    if (!failing) {
      failing = true;
      LOG.atWarn().addKeyValue("reason", reason).log("the queue does not take events, retrying");
    }
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
