package dev.gatehouse.testkit.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What Gatehouse relies on when it receives from a FIFO queue. The queue under test is new and
 * empty for each test, hides a message for {@link #VISIBILITY}, and hands it out {@link
 * #MAX_RECEIVES} times before it goes to the dead-letter queue.
 */
public interface QueueContract extends SendingContract {
  /** The visibility timeout of the queue under test. */
  Duration VISIBILITY = Duration.ofSeconds(1);

  /** How often the queue under test hands a message out. */
  int MAX_RECEIVES = 2;

  /** The receiving side of the dead-letter queue. */
  QueueReceiver deadLetters();

  /** Makes {@link #VISIBILITY} pass, where time is the test's; else receiving waits for it. */
  default void letVisibilityPass() {}

  @Test
  default void hidesWhatItHandedOut() {
    sender().send(message("a", "1"));
    receiveOne(receiver());

    assertThat(receiver().receive(10, Duration.ZERO)).isEmpty();
  }

  @Test
  default void holdsAGroupBackWhileOneOfItsMessagesIsOut() {
    sender().sendBatch(List.of(message("a", "1"), message("a", "2"), message("b", "3")));

    ReceivedMessage first = receiver().receive(1, Duration.ofSeconds(5)).getFirst();
    ReceivedMessage other = receiveOne(receiver());
    assertThat(List.of(first.groupId(), other.groupId())).isEqualTo(List.of("a", "b"));

    receiver().delete(first);
    assertThat(receiveOne(receiver()).body()).isEqualTo("body 2");
  }

  @Test
  default void handsOutAgainWhatWasNotDeletedAndCounts() {
    sender().send(message("a", "1"));
    ReceivedMessage first = receiveOne(receiver());
    letVisibilityPass();
    ReceivedMessage second = receiveOne(receiver());

    assertThat(second.messageId()).isEqualTo(first.messageId());
    assertThat(List.of(first.receiveCount(), second.receiveCount())).isEqualTo(List.of(1, 2));
    assertThat(second.receipt()).isNotEqualTo(first.receipt());
  }

  @Test
  default void keepsTheOrderOfAGroupWhenItHandsOutAgain() {
    sender().sendBatch(List.of(message("a", "1"), message("a", "2")));
    receiver().receive(1, Duration.ofSeconds(5));
    letVisibilityPass();

    assertThat(bodies(SendingContract.drain(receiver(), 2))).isEqualTo(List.of("body 1", "body 2"));
  }

  @Test
  default void movesAPoisonousMessageAsideAndLetsItsGroupGoOn() {
    sender().sendBatch(List.of(message("a", "poison"), message("a", "next")));
    for (int time = 0; time < MAX_RECEIVES; time++) {
      assertThat(receiver().receive(1, Duration.ofSeconds(5)).getFirst().body())
          .isEqualTo("body poison");
      letVisibilityPass();
    }

    assertThat(receiveOne(receiver()).body()).isEqualTo("body next");
    ReceivedMessage dead = receiveOne(deadLetters());
    assertThat(List.of(dead.body(), dead.groupId())).isEqualTo(List.of("body poison", "a"));
  }

  @Test
  default void aDeletedMessageNeverComesBack() {
    sender().send(message("a", "1"));
    receiver().delete(receiveOne(receiver()));
    letVisibilityPass();

    assertThat(receiver().receive(10, VISIBILITY.plusMillis(100))).isEmpty();
  }

  @Test
  default void aWaitingReceiverGetsWhatIsSentMeanwhile() throws InterruptedException {
    List<ReceivedMessage> received = new ArrayList<>();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> received.addAll(receiver().receive(1, Duration.ofSeconds(10))));
    sender().send(message("a", "1"));

    assertThat(waiting.join(Duration.ofSeconds(60))).isTrue();
    assertThat(bodies(received)).isEqualTo(List.of("body 1"));
  }

  private static ReceivedMessage receiveOne(QueueReceiver receiver) {
    return Await.value(
            "a message", () -> receiver.receive(1, Duration.ofSeconds(1)), some -> !some.isEmpty())
        .getFirst();
  }

  private static List<String> bodies(List<ReceivedMessage> messages) {
    return messages.stream().map(ReceivedMessage::body).toList();
  }

  private static OutgoingMessage message(String group, String id) {
    return new OutgoingMessage(group, id, "body " + id);
  }
}
