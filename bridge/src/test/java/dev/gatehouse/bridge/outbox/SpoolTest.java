package dev.gatehouse.bridge.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpoolTest {
  private static final Duration FOREVER = Duration.ofDays(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger clockReadings = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void anEventLeavesAtOnceWhenNothingIsInFlight() throws InterruptedException {
    Spool spool = spool(FOREVER);
    put(spool, 1);

    assertThat(spool.take().size()).isEqualTo(1);
  }

  @Test
  void whatComesWhileABatchIsInFlightLeavesWithTheNextOne() throws InterruptedException {
    Spool spool = spool(FOREVER);
    put(spool, 1);
    List<QueuedEvent> first = spool.take();
    put(spool, 2, 4);
    spool.done(first);
    spool.returned();

    assertThat(spool.take().size()).isEqualTo(3);
  }

  @Test
  void aPartOfABatchWaitsWhileAnotherIsInFlight() {
    Spool spool = spool(FOREVER);
    put(spool, 1);
    taking(spool).join();
    CompletableFuture<List<QueuedEvent>> second = lingering(spool, 2);

    assertThat(second.isDone()).isFalse();
    put(spool, 3, 1 + QueueSender.MAX_BATCH);
    assertThat(second.join().size()).isEqualTo(QueueSender.MAX_BATCH);
  }

  @Test
  void nothingWaitsLongerThanTheDelay() {
    Spool spool = spool(SHORT);
    put(spool, 1);
    taking(spool).join();
    CompletableFuture<List<QueuedEvent>> second = taking(spool);
    put(spool, 2);

    assertThat(second.join().size()).isEqualTo(1);
  }

  @Test
  void aPartOfABatchKeepsItsDistanceFromTheLastBatch() throws InterruptedException {
    Spool spool = spool(new BatchDelay(FOREVER, FOREVER));
    put(spool, 1);
    List<QueuedEvent> first = spool.take();
    spool.done(first);
    spool.returned();
    CompletableFuture<List<QueuedEvent>> second = lingering(spool, 2);

    assertThat(second.isDone()).isFalse();
    put(spool, 3, 1 + QueueSender.MAX_BATCH);
    assertThat(second.join().size()).isEqualTo(QueueSender.MAX_BATCH);
  }

  @Test
  void theDistanceFromTheLastBatchEnds() throws InterruptedException {
    Spool spool = spool(new BatchDelay(SHORT, FOREVER));
    put(spool, 1);
    spool.done(spool.take());
    spool.returned();
    put(spool, 2);

    assertThat(taking(spool).join().size()).isEqualTo(1);
  }

  @Test
  void severalBatchesAreInFlightWhenEachIsFull() {
    Spool spool = spool(FOREVER);
    put(spool, 1, 2 * QueueSender.MAX_BATCH);

    assertThat(taking(spool).join().size()).isEqualTo(QueueSender.MAX_BATCH);
    assertThat(taking(spool).join().size()).isEqualTo(QueueSender.MAX_BATCH);
  }

  @Test
  void anotherSenderTakesOverWhoseTimeIsKept() {
    Spool spool = spool(SHORT);
    put(spool, 1);
    taking(spool).join();
    CompletableFuture<List<QueuedEvent>> second = taking(spool);
    CompletableFuture<List<QueuedEvent>> third = taking(spool);
    put(spool, 2);
    Await.until("one is sent", () -> second.isDone() || third.isDone());
    put(spool, 3);

    assertThat(second.join().size()).isEqualTo(1);
    assertThat(third.join().size()).isEqualTo(1);
  }

  @Test
  void nothingStaysBehindWhoeverIsFaster() {
    Spool spool = spool(SHORT);
    IntStream.range(0, 4).forEach(i -> threads.submit(() -> sendAll(spool, new Random(i))));
    Random random = new Random(9);
    for (int i = 0; i < 20_000; i++) {
      spool.put(event(random.nextInt(50)));
      if (random.nextInt(40) == 0) {
        spool.flush();
        LockSupport.parkNanos(random.nextInt(200_000));
      }
    }
    spool.flush();

    Await.until("all have left", () -> spool.events() == 0);
    assertThat(spool.bytes()).isEqualTo(0);
  }

  private static Void sendAll(Spool spool, Random random) throws InterruptedException {
    while (true) {
      List<QueuedEvent> batch = spool.take();
      LockSupport.parkNanos(random.nextInt(300_000));
      spool.done(batch);
      spool.returned();
    }
  }

  /** A sender that has looked at the clock, and found that what waits may wait. */
  private CompletableFuture<List<QueuedEvent>> lingering(Spool spool, int channel) {
    put(spool, channel);
    int before = clockReadings.get();
    CompletableFuture<List<QueuedEvent>> taking = taking(spool);
    Await.until("a look at the clock", () -> clockReadings.get() > before);
    return taking;
  }

  private CompletableFuture<List<QueuedEvent>> taking(Spool spool) {
    return CompletableFuture.supplyAsync(() -> take(spool), threads);
  }

  private static List<QueuedEvent> take(Spool spool) {
    try {
      return spool.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Spool spool(Duration longest) {
    return spool(new BatchDelay(Duration.ZERO, longest));
  }

  private Spool spool(BatchDelay linger) {
    return new Spool(
        new SpoolLimits(1000, 1 << 20),
        linger,
        () -> {
          clockReadings.incrementAndGet();
          return System.nanoTime();
        });
  }

  private static void put(Spool spool, int channel) {
    put(spool, channel, channel);
  }

  private static void put(Spool spool, int firstChannel, int lastChannel) {
    IntStream.rangeClosed(firstChannel, lastChannel).mapToObj(SpoolTest::event).forEach(spool::put);
    spool.flush();
  }

  private static QueuedEvent event(int channel) {
    GroupKey group = GroupKey.of(channel, 0, Shard.ONLY);
    return new QueuedEvent(group, "s", channel, new byte[10], QueuedEvent.NO_PAYLOAD, 0, _ -> {});
  }
}
