package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.processing.HeldElsewhereException;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.conversation.testing.ConversationFixture;
import dev.gatehouse.conversation.testing.FakeReplies;
import dev.gatehouse.conversation.testing.MessageJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FailuresTest {
  private static final MessageJson QUESTION = MessageJson.of("1001", "why?").mentioningUs();
  private static final MessageJson HELP = MessageJson.of("1002", "!help");

  private final ConversationFixture conversation = new ConversationFixture();

  @Test
  void aQueueThatIsAwayIsSaidAndTriedAgain() {
    conversation.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));

    assertThatThrownBy(() -> conversation.receive(QUESTION))
        .isInstanceOf(QueueUnavailableException.class);
    assertThat(conversation.replies.only().text()).contains("`TURNS_QUEUE_URL`", "try again");

    conversation.receive(QUESTION);
    assertThat(conversation.queued()).hasSize(1);
    assertThat(conversation.remembered()).hasSize(1);
  }

  @Test
  void aTableThatIsAwayIsSaidOnceAndTriedAgain() {
    conversation.table.unavailable(true);
    assertThatThrownBy(() -> conversation.receive(QUESTION))
        .isInstanceOf(TableUnavailableException.class);
    assertThatThrownBy(() -> conversation.receive(QUESTION))
        .isInstanceOf(TableUnavailableException.class);
    assertThat(conversation.replies.only().text()).contains("`CONVERSATIONS_TABLE`");

    conversation.table.unavailable(false);
    conversation.receive(QUESTION);
    assertThat(conversation.queued()).hasSize(1);
  }

  @Test
  void aRetryIsNotCountedAsAQuestion() {
    for (int i = 0; i < 2 * ConversationFixture.QUESTIONS_PER_MINUTE; i++) {
      conversation.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));
      assertThatThrownBy(() -> conversation.receive(QUESTION))
          .isInstanceOf(QueueUnavailableException.class);
    }
    conversation.receive(QUESTION);

    assertThat(conversation.queued()).hasSize(1);
  }

  @Test
  void anAnswerThatThePlatformDidNotTakeIsGivenLater() {
    conversation.replies.failNext(FakeReplies.passing());
    assertThatThrownBy(() -> conversation.receive(HELP)).isInstanceOf(ReplyException.class);

    conversation.receive(HELP);
    assertThat(conversation.replies.texts()).hasSize(1);
  }

  @Test
  void aChannelThatIsGoneIsNotTriedAgain() {
    conversation.replies.failNext(FakeReplies.lasting());
    conversation.receive(HELP);
    conversation.receive(HELP);

    assertThat(conversation.replies.texts()).isEmpty();
  }

  @Test
  void anApologyThatCannotBeGivenDoesNotHideTheReason() {
    conversation.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));
    conversation.replies.failNext(FakeReplies.passing());

    assertThatThrownBy(() -> conversation.receive(QUESTION))
        .isInstanceOf(QueueUnavailableException.class);
  }

  @Test
  void anAnswerThatWasDecidedIsShownAsItWasDecided() {
    conversation.receive(QUESTION);
    conversation.answered("m1001");
    conversation.replies.failNext(FakeReplies.passing());
    MessageJson clear = MessageJson.of("1003", "!clear");
    assertThatThrownBy(() -> conversation.receive(clear)).isInstanceOf(ReplyException.class);

    conversation.receive(clear);
    assertThat(conversation.replies.only().text())
        .isEqualTo("Forgotten: 2 entries of this conversation.");
  }

  @Test
  void afterACrashTheNextWorkerFinishesWhatWasBegun() {
    conversation.receive(QUESTION);
    conversation.answered("m1001");
    MessageJson clear = MessageJson.of("1003", "!clear");
    conversation.replies.crashNext();
    assertThatThrownBy(() -> conversation.receive(clear)).isInstanceOf(FakeReplies.Crash.class);

    assertThatThrownBy(() -> conversation.receive(clear))
        .isInstanceOf(HeldElsewhereException.class);
    conversation.clock.advance(Duration.ofMinutes(3));
    conversation.receive(clear);
    conversation.receive(clear);

    assertThat(conversation.replies.only().text())
        .isEqualTo("Forgotten: 2 entries of this conversation.");
  }
}
