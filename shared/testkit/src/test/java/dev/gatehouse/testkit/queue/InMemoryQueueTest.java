package dev.gatehouse.testkit.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(queue.accepted().size()).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    queue.send(message("1"));
    assertThat(queue.accepted().size()).isEqualTo(2);
  }

  @Test
  void anOldReceiptDeletesNothing() {
    queue.send(message("1"));
    ReceivedMessage first = queue.receive(1, Duration.ZERO).getFirst();
    clock.advance(VISIBILITY);
    queue.receive(1, Duration.ZERO);
    queue.delete(first);

    assertThat(queue.remaining().size()).isEqualTo(1);
  }

  @Test
  void failsAsOftenAsItWasTold() {
    queue.failNextSend(new QueueThrottledException("RequestThrottled", null));

    assertThatThrownBy(() -> queue.send(message("1"))).isInstanceOf(QueueThrottledException.class);
    queue.send(message("1"));
    assertThat(queue.accepted()).isEqualTo(List.of(message("1")));
  }

  @Test
  void refusesABatchThatSqsRefuses() {
    assertThatThrownBy(() -> queue.sendBatch(List.of()))
        .isInstanceOf(QueueUnavailableException.class);
    List<OutgoingMessage> eleven = Collections.nCopies(11, message("1"));
    assertThatThrownBy(() -> queue.sendBatch(eleven)).isInstanceOf(QueueUnavailableException.class);
    OutgoingMessage tooLong = new OutgoingMessage("a", "1", "x".repeat(QueueSender.MAX_BYTES + 1));
    assertThatThrownBy(() -> queue.sendBatch(List.of(tooLong)))
        .isInstanceOf(QueueUnavailableException.class);
  }

  @Test
  void byARealClockAReceiverWaitsForTheVisibilityTimeout() {
    InMemoryQueue real =
        new InMemoryQueue(Clock.systemUTC(), Duration.ofMillis(20), Optional.empty());
    real.send(message("1"));
    real.receive(1, Duration.ZERO);

    assertThat(real.receive(1, Duration.ofSeconds(10)).getFirst().receiveCount()).isEqualTo(2);
  }

  private static OutgoingMessage message(String id) {
    return new OutgoingMessage("a", id, "body " + id);
  }
}
