package dev.gatehouse.testkit.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Gatehouse relies on when it sends to a FIFO queue, which is new and empty for each test. */
public interface SendingContract {
  /** The sending side of the queue under test. */
  QueueSender sender();

  /** The receiving side of the queue under test. */
  QueueReceiver receiver();

  /** The sending side of a queue that does not exist. */
  QueueSender senderToNowhere();

  @Test
  default void deliversWhatWasSent() {
    sender().send(new OutgoingMessage("group", "1", "body"));

    ReceivedMessage received = drain(receiver(), 1).getFirst();
    assertThat(List.of(received.groupId(), received.body(), received.receiveCount()))
        .isEqualTo(List.of("group", "body", 1));
  }

  @Test
  default void keepsEveryCharacterOfABody() {
    String body = "{\"text\":\"a\\\"b\\\\c \\u0007 /é✓😀\"}\r\n\t end \u007f";
    sender().send(new OutgoingMessage("group", "1", body));

    assertThat(drain(receiver(), 1).getFirst().body()).isEqualTo(body);
  }

  @Test
  default void answersEachEntryOfABatchInOrder() {
    List<SendOutcome> outcomes = sender().sendBatch(batch(QueueSender.MAX_BATCH));

    Map<String, String> received =
        drain(receiver(), QueueSender.MAX_BATCH).stream()
            .collect(Collectors.toMap(ReceivedMessage::body, ReceivedMessage::messageId));
    for (int i = 0; i < QueueSender.MAX_BATCH; i++) {
      assertThat(messageId(outcomes.get(i))).isEqualTo(received.get("body " + i));
    }
  }

  @Test
  default void keepsTheOrderOfEachGroup() {
    sender().sendBatch(batch(QueueSender.MAX_BATCH));

    var byGroup =
        drain(receiver(), QueueSender.MAX_BATCH).stream()
            .collect(
                Collectors.groupingBy(
                    ReceivedMessage::groupId,
                    Collectors.mapping(ReceivedMessage::body, Collectors.toList())));
    assertThat(byGroup.get("even"))
        .isEqualTo(List.of("body 0", "body 2", "body 4", "body 6", "body 8"));
    assertThat(byGroup.get("odd"))
        .isEqualTo(List.of("body 1", "body 3", "body 5", "body 7", "body 9"));
  }

  @Test
  default void acceptsADuplicateAndDropsIt() {
    sender().send(new OutgoingMessage("group", "same", "first"));
    SendOutcome second =
        sender().sendBatch(List.of(new OutgoingMessage("group", "same", "second"))).getFirst();
    sender().send(new OutgoingMessage("group", "other", "third"));

    assertThat(second).isInstanceOf(SendOutcome.Sent.class);
    assertThat(drain(receiver(), 2).stream().map(ReceivedMessage::body).toList())
        .isEqualTo(List.of("first", "third"));
  }

  @Test
  default void carriesALargeMessage() {
    String body = "ä\"".repeat(300_000 / 3);
    sender().send(new OutgoingMessage("group", "1", body));

    assertThat(drain(receiver(), 1).getFirst().body()).isEqualTo(body);
  }

  @Test
  default void saysThatAQueueIsNotThere() {
    QueueSender nowhere = senderToNowhere();
    OutgoingMessage message = new OutgoingMessage("group", "1", "body");

    assertThatThrownBy(() -> nowhere.send(message)).isInstanceOf(QueueUnavailableException.class);
  }

  /** Receives and deletes until that many came. */
  static List<ReceivedMessage> drain(QueueReceiver receiver, int count) {
    List<ReceivedMessage> all = new ArrayList<>();
    Await.until(
        count + " messages",
        Duration.ofSeconds(20),
        () -> {
          List<ReceivedMessage> some = receiver.receive(10, Duration.ofSeconds(1));
          some.forEach(receiver::delete);
          all.addAll(some);
          return all.size() >= count;
        });
    return all;
  }

  private static List<OutgoingMessage> batch(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> new OutgoingMessage(i % 2 == 0 ? "even" : "odd", "id-" + i, "body " + i))
        .toList();
  }

  private static String messageId(SendOutcome outcome) {
    return assertThat(outcome).asInstanceOf(type(SendOutcome.Sent.class)).actual().messageId();
  }
}
