package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.blob.BlobStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Everything between the gateway and the queue: a bounded spool, and several lines that send
 * batches of what is waiting. Order holds inside a group.
 */
public final class Outbox implements AutoCloseable {
  private static final Linger LINGER = new Linger(Duration.ofMillis(1), Duration.ofMillis(2));

  private final Spool spool;
  private final List<Thread> senders;

  private Outbox(Spool spool, List<Thread> senders) {
    this.spool = spool;
    this.senders = senders;
  }

  /**
   * Starts sending.
   *
   * @param lines how many batches may be in flight
   * @param blobs where payloads go that the queue does not take, if there is such a place
   * @param nanos a monotonic clock
   */
  public static Outbox start(
      int lines,
      SpoolLimits limits,
      BatchSender sender,
      Optional<BlobStore> blobs,
      OutboxListener listener,
      Retry retry,
      RandomGenerator random,
      LongSupplier nanos) {
    Spool spool = new Spool(limits, LINGER, nanos);
    Dispatcher dispatcher =
        new Dispatcher(spool, sender, blobs.map(ClaimCheck::new), listener, retry, random, nanos);
    List<Thread> senders =
        IntStream.range(0, lines)
            .mapToObj(i -> Thread.ofPlatform().daemon().name("outbox-" + i).start(dispatcher))
            .toList();
    return new Outbox(spool, senders);
  }

  /** Whether another event fits. Never waits. */
  public boolean hasRoom() {
    return spool.hasRoom();
  }

  /** Whether half of the room is free again. */
  public boolean isDrained() {
    return spool.isDrained();
  }

  /** Takes an entry over; it may wait for {@link #flush}. Never waits for the queue. */
  public void put(Entry entry) {
    spool.put(entry);
  }

  /** No more entries come for now, so those that came leave. Never waits for the queue. */
  public void flush() {
    spool.flush();
  }

  /** How many events wait or are in flight. */
  public int events() {
    return spool.events();
  }

  /** How many bytes of message bodies wait or are in flight. */
  public long bytes() {
    return spool.bytes();
  }

  /** Stops sending at once; what is left is lost to this process. */
  @Override
  public void close() {
    spool.close();
    senders.forEach(Thread::interrupt);
  }
}
