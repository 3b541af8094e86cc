package dev.gatehouse.assistant.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.testing.AssistantFixture;
import dev.gatehouse.assistant.testing.FakeReplies;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class IdempotentProcessorTest {
  private final AssistantFixture assistant = new AssistantFixture();
  private final Request question = assistant.question("1001", "why?");
  private final Request help = assistant.typed("1002", "help");
  private final Request clear = assistant.typed("1003", "clear");

  @Test
  void whatIsDeliveredTwiceIsDoneOnce() {
    assistant.deliver(question);
    assistant.deliver(help);
    assistant.clock.advance(Duration.ofHours(1));
    assistant.deliver(question);
    assistant.deliver(help);

    assertThat(assistant.queued()).hasSize(1);
    assertThat(assistant.replies.texts()).hasSize(1);
  }

  @Test
  void whatWillBeAnsweredLaterIsShownAsBeingTyped() {
    assistant.deliver(question);

    assertThat(assistant.replies.typing()).containsExactly(AssistantFixture.HERE);
    assertThat(assistant.replies.texts()).isEmpty();
  }

  @Test
  void aQueueThatIsAwayIsSaidAndTriedAgain() {
    assistant.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));

    assertThatThrownBy(() -> assistant.deliver(question))
        .isInstanceOf(QueueUnavailableException.class);
    assertThat(assistant.replies.only().text()).contains("`TURNS_QUEUE_URL`", "try again");

    assistant.deliver(question);
    assertThat(assistant.queued()).hasSize(1);
    assertThat(assistant.remembered()).hasSize(1);
  }

  @Test
  void aTableThatIsAwayIsSaidOnceAndTriedAgain() {
    assistant.table.unavailable(true);
    assertThatThrownBy(() -> assistant.deliver(question))
        .isInstanceOf(TableUnavailableException.class);
    assertThatThrownBy(() -> assistant.deliver(question))
        .isInstanceOf(TableUnavailableException.class);
    assertThat(assistant.replies.only().text()).contains("`CONVERSATIONS_TABLE`");

    assistant.table.unavailable(false);
    assistant.deliver(question);
    assertThat(assistant.queued()).hasSize(1);
  }

  @Test
  void anAnswerThatIsSeenIsNotFollowedByAnApologyWhenItCannotBeNoted() {
    assistant.replies.afterOpening(() -> assistant.table.unavailable(true));
    assertThatThrownBy(() -> assistant.deliver(help))
        .isInstanceOf(AnsweredButUnsavedException.class);
    String answer = assistant.replies.only().text();

    assistant.table.unavailable(false);
    assistant.replies.afterOpening(() -> {});
    assistant.clock.advance(Duration.ofMinutes(3));
    assistant.deliver(help);
    assistant.deliver(help);

    assertThat(assistant.replies.only().text()).isEqualTo(answer).contains("`!ask <question>`");
  }

  @Test
  void aRetryIsNotCountedAsAQuestion() {
    for (int i = 0; i < 2 * AssistantFixture.QUESTIONS_PER_MINUTE; i++) {
      assistant.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));
      assertThatThrownBy(() -> assistant.deliver(question))
          .isInstanceOf(QueueUnavailableException.class);
    }
    assistant.deliver(question);

    assertThat(assistant.queued()).hasSize(1);
  }

  @Test
  void anAnswerThatThePlatformDidNotTakeIsGivenLater() {
    assistant.replies.failNext(FakeReplies.passing());
    assertThatThrownBy(() -> assistant.deliver(help)).isInstanceOf(ReplyException.class);

    assistant.deliver(help);
    assertThat(assistant.replies.texts()).hasSize(1);
  }

  @Test
  void aChannelThatIsGoneIsNotTriedAgain() {
    assistant.replies.failNext(FakeReplies.lasting());
    assistant.deliver(help);
    assistant.deliver(help);

    assertThat(assistant.replies.texts()).isEmpty();
    assertThat(assistant.replies.toldElsewhere()).hasSize(1);
    assertThat(assistant.unshown.lately(AssistantFixture.HERE))
        .singleElement()
        .satisfies(answer -> assertThat(answer.why()).isEqualTo("the channel is gone"));
    assertThat(assistant.text(assistant.called("2009", "status")))
        .contains("**Not shown here in the last day:** 1 answer")
        .endsWith("the channel is gone");
  }

  @Test
  void anApologyThatCannotBeGivenDoesNotHideTheReason() {
    assistant.turnsQueue.failNextSend(new QueueUnavailableException("no route", null));
    assistant.replies.failNext(FakeReplies.passing());

    assertThatThrownBy(() -> assistant.deliver(question))
        .isInstanceOf(QueueUnavailableException.class);
  }

  @Test
  void anAnswerThatWasDecidedIsShownAsItWasDecided() {
    assistant.deliver(question);
    assistant.answered("discord:m1001");
    assistant.replies.failNext(FakeReplies.passing());
    assertThatThrownBy(() -> assistant.deliver(clear)).isInstanceOf(ReplyException.class);

    assistant.deliver(clear);

    assertThat(assistant.replies.only().text())
        .isEqualTo("Forgotten: 2 entries of this conversation.");
  }

  @Test
  void afterACrashTheNextWorkerFinishesWhatWasBegun() {
    assistant.deliver(question);
    assistant.answered("discord:m1001");
    assistant.replies.crashNext();
    assertThatThrownBy(() -> assistant.deliver(clear)).isInstanceOf(FakeReplies.Crash.class);

    assertThatThrownBy(() -> assistant.deliver(clear)).isInstanceOf(HeldElsewhereException.class);
    assistant.clock.advance(Duration.ofMinutes(3));
    assistant.deliver(clear);
    assistant.deliver(clear);

    assertThat(assistant.replies.only().text())
        .isEqualTo("Forgotten: 2 entries of this conversation.");
  }
}
