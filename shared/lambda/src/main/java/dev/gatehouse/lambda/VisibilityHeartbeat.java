package dev.gatehouse.lambda;

import dev.gatehouse.cloud.queue.QueueDeliveries;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a record invisible while work on it goes on, and not much longer: the queue's own timeout
 * has to be longer than the function may run, so without this a killed worker's record would come
 * back only then.
 */
public final class VisibilityHeartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VisibilityHeartbeat.class);

  private final Supplier<QueueDeliveries> queue;
  private final SqsRecord record;
  private final Duration held;
  private final Duration every;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  private VisibilityHeartbeat(
      Supplier<QueueDeliveries> queue, SqsRecord record, Duration held, Duration every) {
    this.queue = queue;
    this.record = record;
    this.held = held;
    this.every = every;
    this.thread = Thread.ofVirtual().name("visibility-" + record.messageId()).unstarted(this::beat);
  }

  /**
   * Starts to beat.
   *
   * @param held how long after its last beat the record comes back; whole seconds
   * @param every the time between two beats, shorter by more than one lost beat
   */
  public static VisibilityHeartbeat start(
      Supplier<QueueDeliveries> queue, SqsRecord record, Duration held, Duration every) {
    VisibilityHeartbeat heartbeat = new VisibilityHeartbeat(queue, record, held, every);
    heartbeat.thread.start();
    return heartbeat;
  }

  /** Ends it; no beat comes after, which could outlast a shorter visibility that is set then. */
  @Override
  public void close() {
    ended.countDown();
    boolean interrupted = Thread.interrupted();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    try {
      do {
        extend();
      } while (!ended.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void extend() {
    try {
      queue.get().changeVisibility(record.receipt(), held);
    } catch (QueueUnavailableException e) {
      LOG.warn("{} could not be kept invisible: {}", record, e.getMessage());
    }
  }
}
