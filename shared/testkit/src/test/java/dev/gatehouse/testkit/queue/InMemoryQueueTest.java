package dev.gatehouse.testkit.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InMemoryQueueTest implements QueueContract {
  private final SettableClock clock = new SettableClock();
  private final InMemoryQueue dead = new InMemoryQueue(clock);
  private final InMemoryQueue queue =
      new InMemoryQueue(
          clock, VISIBILITY, Optional.of(new InMemoryQueue.DeadLetters(dead, MAX_RECEIVES)));

  @Override
  public QueueSender sender() {
    return queue;
  }

  @Override
  public QueueReceiver receiver() {
    return queue;
  }

  @Override
  public QueueReceiver deadLetters() {
    return dead;
  }

  @Override
  public QueueSender senderToNowhere() {
    InMemoryQueue nowhere = new InMemoryQueue(clock);
    nowhere.failNextSend(new QueueUnavailableException("QueueDoesNotExist", null));
    return nowhere;
  }

  @Override
  public void letVisibilityPass() {
    clock.advance(VISIBILITY);
  }

  @Test
  void forgetsADeduplicationIdAfterFiveMinutes() {
    queue.send(message("1"));
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    queue.send(message("1"));
    assertEquals(1, queue.accepted().size());

    clock.advance(Duration.ofMillis(1));
    queue.send(message("1"));
    assertEquals(2, queue.accepted().size());
  }

  @Test
  void anOldReceiptDeletesNothing() {
    queue.send(message("1"));
    ReceivedMessage first = queue.receive(1, Duration.ZERO).getFirst();
    clock.advance(VISIBILITY);
    queue.receive(1, Duration.ZERO);
    queue.delete(first);

    assertEquals(1, queue.remaining().size());
  }

  @Test
  void failsAsOftenAsItWasTold() {
    queue.failNextSend(new QueueThrottledException("RequestThrottled", null));

    assertThrows(QueueThrottledException.class, () -> queue.send(message("1")));
    queue.send(message("1"));
    assertEquals(List.of(message("1")), queue.accepted());
  }

  @Test
  void refusesABatchThatSqsRefuses() {
    assertThrows(QueueUnavailableException.class, () -> queue.sendBatch(List.of()));
    List<OutgoingMessage> eleven = Collections.nCopies(11, message("1"));
    assertThrows(QueueUnavailableException.class, () -> queue.sendBatch(eleven));
    OutgoingMessage tooLong = new OutgoingMessage("a", "1", "x".repeat(QueueSender.MAX_BYTES + 1));
    assertThrows(QueueUnavailableException.class, () -> queue.sendBatch(List.of(tooLong)));
  }

  @Test
  void byARealClockAReceiverWaitsForTheVisibilityTimeout() {
    InMemoryQueue real =
        new InMemoryQueue(Clock.systemUTC(), Duration.ofMillis(20), Optional.empty());
    real.send(message("1"));
    real.receive(1, Duration.ZERO);

    assertEquals(2, real.receive(1, Duration.ofSeconds(10)).getFirst().receiveCount());
  }

  private static OutgoingMessage message(String id) {
    return new OutgoingMessage("a", id, "body " + id);
  }
}
