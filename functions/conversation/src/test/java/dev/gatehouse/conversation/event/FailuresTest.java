package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.conversation.answer.HeldElsewhereException;
import dev.gatehouse.conversation.testing.FakeReplies;
import dev.gatehouse.conversation.testing.House;
import dev.gatehouse.conversation.testing.MessageJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FailuresTest {
  private static final MessageJson QUESTION = MessageJson.of("1001", "why?").mentioningUs();
  private static final MessageJson HELP = MessageJson.of("1002", "!help");

  private final House house = new House();

  @Test
  void aQueueThatIsAwayIsSaidAndTriedAgain() {
    house.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));

    assertThatThrownBy(() -> house.receive(QUESTION)).isInstanceOf(QueueUnavailableException.class);
    assertThat(house.replies.only().text()).contains("`TURNS_QUEUE_URL`", "try again");

    house.receive(QUESTION);
    assertThat(house.queued()).hasSize(1);
    assertThat(house.remembered()).hasSize(1);
  }

  @Test
  void aTableThatIsAwayIsSaidOnceAndTriedAgain() {
    house.table.unavailable(true);
    assertThatThrownBy(() -> house.receive(QUESTION)).isInstanceOf(TableUnavailableException.class);
    assertThatThrownBy(() -> house.receive(QUESTION)).isInstanceOf(TableUnavailableException.class);
    assertThat(house.replies.only().text()).contains("`CONVERSATIONS_TABLE`");

    house.table.unavailable(false);
    house.receive(QUESTION);
    assertThat(house.queued()).hasSize(1);
  }

  @Test
  void aRetryIsNotCountedAsAQuestion() {
    for (int i = 0; i < 2 * House.QUESTIONS_PER_MINUTE; i++) {
      house.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));
      assertThatThrownBy(() -> house.receive(QUESTION))
          .isInstanceOf(QueueUnavailableException.class);
    }
    house.receive(QUESTION);

    assertThat(house.queued()).hasSize(1);
  }

  @Test
  void anAnswerThatThePlatformDidNotTakeIsGivenLater() {
    house.replies.failNext(FakeReplies.passing());
    assertThatThrownBy(() -> house.receive(HELP)).isInstanceOf(ReplyException.class);

    house.receive(HELP);
    assertThat(house.replies.texts()).hasSize(1);
  }

  @Test
  void aChannelThatIsGoneIsNotTriedAgain() {
    house.replies.failNext(FakeReplies.lasting());
    house.receive(HELP);
    house.receive(HELP);

    assertThat(house.replies.texts()).isEmpty();
  }

  @Test
  void anApologyThatCannotBeGivenDoesNotHideTheReason() {
    house.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));
    house.replies.failNext(FakeReplies.passing());

    assertThatThrownBy(() -> house.receive(QUESTION)).isInstanceOf(QueueUnavailableException.class);
  }

  @Test
  void anAnswerThatWasDecidedIsShownAsItWasDecided() {
    house.receive(QUESTION);
    house.answered("m1001");
    house.replies.failNext(FakeReplies.passing());
    MessageJson clear = MessageJson.of("1003", "!clear");
    assertThatThrownBy(() -> house.receive(clear)).isInstanceOf(ReplyException.class);

    house.receive(clear);
    assertThat(house.replies.only().text()).isEqualTo("Forgotten: 2 entries of this conversation.");
  }

  @Test
  void afterACrashTheNextWorkerFinishesWhatWasBegun() {
    house.receive(QUESTION);
    house.answered("m1001");
    MessageJson clear = MessageJson.of("1003", "!clear");
    house.replies.crashNext();
    assertThatThrownBy(() -> house.receive(clear)).isInstanceOf(FakeReplies.Crash.class);

    assertThatThrownBy(() -> house.receive(clear)).isInstanceOf(HeldElsewhereException.class);
    house.clock.advance(Duration.ofMinutes(3));
    house.receive(clear);
    house.receive(clear);

    assertThat(house.replies.only().text()).isEqualTo("Forgotten: 2 entries of this conversation.");
  }
}
