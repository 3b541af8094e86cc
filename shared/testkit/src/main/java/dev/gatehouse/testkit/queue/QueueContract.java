package dev.gatehouse.testkit.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    assertEquals(List.of(), receiver().receive(10, Duration.ZERO));
  }

  @Test
  default void holdsAGroupBackWhileOneOfItsMessagesIsOut() {
    sender().sendBatch(List.of(message("a", "1"), message("a", "2"), message("b", "3")));

    ReceivedMessage first = receiver().receive(1, Duration.ofSeconds(5)).getFirst();
    ReceivedMessage other = receiveOne(receiver());
    assertEquals(List.of("a", "b"), List.of(first.groupId(), other.groupId()));

    receiver().delete(first);
    assertEquals("body 2", receiveOne(receiver()).body());
  }

  @Test
  default void handsOutAgainWhatWasNotDeletedAndCounts() {
    sender().send(message("a", "1"));
    ReceivedMessage first = receiveOne(receiver());
    letVisibilityPass();
    ReceivedMessage second = receiveOne(receiver());

    assertEquals(first.messageId(), second.messageId());
    assertEquals(List.of(1, 2), List.of(first.receiveCount(), second.receiveCount()));
    assertNotEquals(first.receipt(), second.receipt());
  }

  @Test
  default void keepsTheOrderOfAGroupWhenItHandsOutAgain() {
    sender().sendBatch(List.of(message("a", "1"), message("a", "2")));
    receiver().receive(1, Duration.ofSeconds(5));
    letVisibilityPass();

    assertEquals(List.of("body 1", "body 2"), bodies(SendingContract.drain(receiver(), 2)));
  }

  @Test
  default void movesAPoisonousMessageAsideAndLetsItsGroupGoOn() {
    sender().sendBatch(List.of(message("a", "poison"), message("a", "next")));
    for (int time = 0; time < MAX_RECEIVES; time++) {
      assertEquals("body poison", receiver().receive(1, Duration.ofSeconds(5)).getFirst().body());
      letVisibilityPass();
    }

    assertEquals("body next", receiveOne(receiver()).body());
    ReceivedMessage dead = receiveOne(deadLetters());
    assertEquals(List.of("body poison", "a"), List.of(dead.body(), dead.groupId()));
  }

  @Test
  default void aDeletedMessageNeverComesBack() {
    sender().send(message("a", "1"));
    receiver().delete(receiveOne(receiver()));
    letVisibilityPass();

    assertEquals(List.of(), receiver().receive(10, VISIBILITY.plusMillis(100)));
  }

  @Test
  default void aWaitingReceiverGetsWhatIsSentMeanwhile() throws InterruptedException {
    List<ReceivedMessage> received = new ArrayList<>();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> received.addAll(receiver().receive(1, Duration.ofSeconds(10))));
    sender().send(message("a", "1"));

    assertTrue(waiting.join(Duration.ofSeconds(20)));
    assertEquals(List.of("body 1"), bodies(received));
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
