package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.contracts.retry.Backoff;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * The threads that send what is spooled, each a batch at a time. No defect ends one, and the cursor
 * does not pass over what is left unsent.
 */
public final class EventSenders implements AutoCloseable {
  private final Spool spool;
  private final BatchDelivery delivery;
  private final List<Thread> threads;

  private EventSenders(int count, BatchDelivery delivery) {
    this.spool = delivery.spool();
    this.delivery = delivery;
    this.threads =
        IntStream.range(0, count)
            .mapToObj(i -> Thread.ofPlatform().daemon().name("outbox-" + i).unstarted(this::run))
            .toList();
  }

  /**
   * Starts sending.
   *
   * @param count how many batches may be in flight
   * @param blobs where payloads go that the queue does not take, if there is such a place
   * @param deadLetters where events go that can never be sent, if there is such a place
   * @param backoff between attempts to send
   * @param nanos a monotonic clock
   */
  public static EventSenders start(
      int count,
      Spool spool,
      BatchSender queue,
      Optional<BlobStore> blobs,
      Optional<DeadLetterStore> deadLetters,
      OutboxListener listener,
      Backoff backoff,
      LongSupplier nanos) {
    EventSenders senders =
        new EventSenders(
            count,
            new BatchDelivery(
                spool, queue, blobs.map(ClaimCheck::new), deadLetters, listener, backoff, nanos));
    senders.threads.forEach(Thread::start);
    return senders;
  }

  /** Stops sending at once; what is spooled is lost to this process. */
  @Override
  public void close() {
    spool.close();
    threads.forEach(Thread::interrupt);
  }

  private void run() {
    try {
      for (List<QueuedEvent> batch = spool.take(); !batch.isEmpty(); batch = spool.take()) {
        try {
          delivery.deliver(batch);
        } catch (RuntimeException e) {
          delivery.tell(hears -> hears.defect(BatchDelivery.describe(e)));
        } finally {
          spool.returned();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
