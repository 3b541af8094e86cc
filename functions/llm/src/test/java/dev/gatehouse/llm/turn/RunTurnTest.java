package dev.gatehouse.llm.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.turn.TurnClaim;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.assistant.turn.TurnStep.ModelAnswered;
import dev.gatehouse.assistant.turn.TurnStep.ToolCall;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForApproval;
import dev.gatehouse.chat.reply.Action;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.PromptMessage;
import dev.gatehouse.llm.model.Usage;
import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class RunTurnTest {
  private final TurnFixture turn = new TurnFixture();

  @Test
  void theFirstWordIsShownBeforeTheSecondComes() throws Exception {
    var running = turn.start();
    turn.model.says("Because");

    Await.until("the first word", () -> turn.replies.lastShown().equals("Because"));
    turn.model.says(" of Monday.").completes();
    running.get();

    assertThat(turn.replies.opened).containsExactly("t1");
    assertThat(turn.replies.lastFinished()).isEqualTo("Because of Monday.");
  }

  @Test
  void anAnswerIsRememberedUnderTheTurnsIdAndTheTurnIsDone() throws Exception {
    turn.model.says("Because of Monday.").completes();

    turn.run();

    assertThat(turn.history.recent(TurnFixture.CHANNEL, 10))
        .extracting(Entry::id)
        .containsExactly("m1", "t1");
    assertThat(turn.remembered()).containsExactly("Because of Monday.");
    assertThat(turn.ended()).contains(AnswerOutcome.COMPLETE);
  }

  @Test
  void theReportCountsTokensAndHoldsNoText() throws Exception {
    turn.model.says("Because of Monday.").completes();

    turn.run();

    TurnReport report = turn.log.reports.getLast();
    assertThat(report.outcome()).isEqualTo("complete");
    assertThat(report.usage()).isEqualTo(new Usage(OptionalInt.of(10), OptionalInt.of(20)));
    assertThat(report.firstToken()).isPresent();
    assertThat(report.toString()).doesNotContain("Monday");
  }

  @Test
  void theReplyCanBeStoppedWhileItGrowsAndNotAfterwards() throws Exception {
    var running = turn.start();
    turn.model.says("Because");
    Await.until("the first word", () -> !turn.replies.shown.isEmpty());

    assertThat(turn.replies.shown.getFirst().actions())
        .extracting(Action::id)
        .containsExactly("stop:t1");
    turn.model.completes();
    running.get();
    assertThat(turn.replies.finished.getLast().actions()).isEmpty();
  }

  @Test
  void aSlowPlatformDoesNotHoldUpTheModelAndThenSeesTheNewestText() throws Exception {
    CountDownLatch editing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    turn.replies.onShow =
        () -> {
          editing.countDown();
          awaitQuietly(goOn);
        };
    var running = turn.start();
    turn.model.says("0");
    Await.until("the reply", () -> !turn.replies.opened.isEmpty());
    turn.model.says(" 1");
    editing.await();

    for (int i = 2; i <= 500; i++) {
      turn.model.says(" " + i);
    }
    Await.until("the model is through", turn.model::isThrough);
    goOn.countDown();
    Await.until("the newest text", () -> turn.replies.lastShown().endsWith(" 500"));
    turn.model.completes();
    running.get();

    assertThat(turn.replies.shown).hasSizeLessThan(10);
  }

  @Test
  void aStopEndsTheModelAndKeepsWhatWasWritten() throws Exception {
    var running = turn.start();
    turn.model.says("Because");
    Await.until("the first word", () -> !turn.replies.shown.isEmpty());

    turn.turns.requestStop("t1");
    turn.clock.advance(Duration.ofSeconds(1));
    running.get();

    assertThat(turn.replies.lastFinished()).isEqualTo("Because\n\n*Stopped.*");
    assertThat(turn.remembered()).containsExactly("Because");
    assertThat(turn.ended()).contains(AnswerOutcome.STOPPED);
    assertThat(turn.outcome()).isEqualTo("stopped");
  }

  @Test
  void aTurnThatWasStoppedWhileItWaitedAsksNoModel() throws Exception {
    turn.turns.requestStop("t1");

    turn.run();

    assertThat(turn.model.prompts).isEmpty();
    assertThat(turn.replies.lastFinished()).isEqualTo("*Stopped before the answer began.*");
    assertThat(turn.ended()).contains(AnswerOutcome.STOPPED);
  }

  @Test
  void aModelThatThinksForLongGetsASignThatCanBeStopped() throws Exception {
    var running = turn.start();
    Await.until("the question", () -> !turn.model.prompts.isEmpty());

    Await.until(
        "a sign",
        () -> {
          turn.clock.advance(Duration.ofSeconds(1));
          return turn.replies.lastShown().equals("*Thinking…*");
        });
    turn.model.says("Because.").completes();
    running.get();

    assertThat(turn.replies.opened).hasSize(1);
    assertThat(turn.replies.lastFinished()).isEqualTo("Because.");
  }

  @Test
  void aRetryIsToldWhileNothingHasCome() throws Exception {
    var running = turn.start();
    turn.model.pausesBecause(new Failure.ServerError(529, Optional.empty()));

    Await.until("the notice", () -> turn.replies.lastShown().contains("asking again"));
    turn.model.says("Because.").completes();
    running.get();

    assertThat(turn.replies.lastFinished()).isEqualTo("Because.");
  }

  @Test
  void aTurnThatEndedIsNotRepeated() throws Exception {
    turn.model.says("Because.").completes();
    turn.run();

    turn.run();

    assertThat(turn.model.prompts).hasSize(1);
    assertThat(turn.replies.finished).hasSize(1);
    assertThat(turn.log.skipped).containsExactly("t1");
  }

  @Test
  void afterACrashTheNextWorkerGoesOnInTheSameReply() throws Exception {
    turn.crashed(lease -> lease.renew(Optional.of("reply-7")));
    turn.model.says("Because.").completes();

    turn.run();

    assertThat(turn.replies.opened).isEmpty();
    assertThat(turn.replies.resumed).containsExactly("reply-7");
    assertThat(turn.replies.lastFinished()).isEqualTo("Because.");
    assertThat(turn.ended()).contains(AnswerOutcome.COMPLETE);
  }

  @Test
  void theLeaseOfAWorkerThatMayHaveCrashedIsWaitedFor() throws Exception {
    turn.take("crashed", TurnFixture.LEASE);
    turn.model.says("Because.").completes();

    turn.run();

    assertThat(turn.ended()).contains(AnswerOutcome.COMPLETE);
  }

  @ParameterizedTest
  @EnumSource(AnswerOutcome.class)
  void anAnswerThatIsRecordedIsShownWithItsNoteAndNotAskedForAgain(AnswerOutcome outcome)
      throws Exception {
    String note = outcome == AnswerOutcome.COMPLETE ? "" : "*How it ended.*";
    Answered recorded = new Answered(outcome, "", "Because.", note);
    turn.crashed(lease -> {
      lease.renew(Optional.of("reply-7"));
      lease.record(recorded);
    });

    turn.run();

    assertThat(turn.model.prompts).isEmpty();
    assertThat(turn.replies.lastFinished()).isEqualTo(recorded.shown());
    assertThat(turn.history.recent(TurnFixture.CHANNEL, 10).getLast())
        .returns("Because.", Entry::text)
        .returns(outcome, Entry::outcome);
    assertThat(turn.ended()).contains(outcome);
  }

  @Test
  void aStopAfterACrashKeepsWhatWasShown() throws Exception {
    turn.crashed(lease -> lease.renewAndKeep(Optional.of("reply-7"), "Because"));
    turn.turns.requestStop("t1");

    turn.run();

    assertThat(turn.replies.lastFinished()).isEqualTo("Because\n\n*Stopped.*");
    assertThat(turn.remembered()).containsExactly("Because");
    assertThat(turn.ended()).contains(AnswerOutcome.STOPPED);
  }

  @Test
  void whatACrashedWorkerShowedStaysUntilTheNextOneHasAWord() throws Exception {
    turn.crashed(lease -> lease.renewAndKeep(Optional.of("reply-7"), "Because"));
    var running = turn.start();
    Await.until("the question", () -> !turn.model.prompts.isEmpty());
    turn.clock.advance(Duration.ofMinutes(1));
    turn.model.fails(new Failure.Unauthorized(401));
    running.get();

    assertThat(turn.replies.shown).isEmpty();
    assertThat(turn.replies.lastFinished()).startsWith("Because\n\n⚠️").contains("401");
    assertThat(turn.ended()).contains(AnswerOutcome.FAILED);
  }

  @Test
  void aTurnThatWaitsIsLeftToWhatItWaitsFor() throws Exception {
    turn.crashed(lease -> {
      lease.record(new ModelAnswered("", List.of(new ToolCall("a", "run", "{}"))));
      lease.record(new WaitingForApproval("a", Instant.EPOCH, turn.request));
    });

    turn.run();

    assertThat(turn.model.prompts).isEmpty();
    assertThat(turn.state()).isEqualTo(TurnState.WAITING);
  }

  @Test
  void aWorkerThatKeepsItsLeaseKeepsOthersOut() {
    turn.take("alive", Duration.ofMinutes(30));

    assertThatThrownBy(turn::run).isInstanceOf(TurnHeldException.class).hasMessageContaining("t1");
    assertThat(turn.model.prompts).isEmpty();
  }

  @Test
  void aWorkerThatLostItsLeaseLeavesTheReplyAlone() throws Exception {
    var running = turn.start();
    turn.model.says("Because");
    Await.until(
        "the lease was kept",
        () -> turn.turns.find("t1").orElseThrow().replyReference().isPresent());

    Await.until(
        "another worker has it, though the first one renews",
        () -> {
          turn.clock.advance(TurnFixture.LEASE.plusSeconds(1));
          return turn.turns.claim(turn.request, "other", Duration.ofHours(1))
              instanceof TurnClaim.Taken;
        });
    turn.clock.advance(Duration.ofSeconds(1));
    running.get();

    assertThat(turn.replies.finished).isEmpty();
    assertThat(turn.outcome()).isEqualTo("lease-lost");
    assertThat(turn.state()).isEqualTo(TurnState.RUNNING);
  }

  @Test
  void whenTheTimeIsOverWhatIsThereIsKeptWithANote() throws Exception {
    var running = turn.start();
    turn.model.says("Because");
    Await.until("the first word", () -> !turn.replies.shown.isEmpty());

    turn.clock.advance(Duration.ofMinutes(11));
    running.get();

    assertThat(turn.replies.lastFinished()).startsWith("Because\n\n").contains("time");
    assertThat(turn.remembered()).containsExactly("Because");
    assertThat(turn.ended()).contains(AnswerOutcome.OUT_OF_TIME);
    assertThat(turn.outcome()).isEqualTo("out-of-time");
  }

  @Test
  void aFailureBeforeTheFirstWordSaysWhatToDo() throws Exception {
    turn.model.fails(new Failure.Unauthorized(401));

    turn.run();

    assertThat(turn.replies.lastFinished())
        .startsWith("⚠️")
        .contains("scripted", "401", "key", "Whoever runs this Gatehouse");
    assertThat(turn.remembered()).containsExactly("");
    assertThat(turn.ended()).contains(AnswerOutcome.FAILED);
    assertThat(turn.outcome()).isEqualTo("unauthorized");
  }

  @Test
  void aFailureAfterTheFirstWordKeepsWhatWasWritten() throws Exception {
    turn.model.says("Because").fails(new Failure.BrokenOff());

    turn.run();

    assertThat(turn.replies.lastFinished()).startsWith("Because\n\n⚠️").contains("broke off");
    assertThat(turn.ended()).contains(AnswerOutcome.FAILED);
  }

  @Test
  void aModelThatThrowsEndsTheTurnAllTheSame() throws Exception {
    turn.model.breaks(new IllegalStateException("secret inner detail"));

    turn.run();

    assertThat(turn.replies.lastFinished()).startsWith("⚠️").doesNotContain("secret");
    assertThat(turn.log.troubles).containsExactly("the model broke");
    assertThat(turn.ended()).contains(AnswerOutcome.FAILED);
  }

  @Test
  void anAnswerWithoutAWordIsAFailure() throws Exception {
    turn.model.says("  \n").completes();

    turn.run();

    assertThat(turn.replies.lastFinished()).contains("without a word");
    assertThat(turn.ended()).contains(AnswerOutcome.FAILED);
  }

  @Test
  void anAnswerCutAtItsLengthSaysSo() throws Exception {
    turn.model.says("Because").ends(new Ending.Complete(Usage.unknown(), true));

    turn.run();

    assertThat(turn.replies.lastFinished()).startsWith("Because\n\n").contains("Cut");
    assertThat(turn.ended()).contains(AnswerOutcome.CUT);
  }

  @Test
  void aLongAnswerIsFinishedWhole() throws Exception {
    String line = "A line of an answer that is longer than one message can be.\n";
    for (int i = 0; i < 100; i++) {
      turn.model.says(line);
    }
    turn.model.completes();

    turn.run();

    assertThat(turn.replies.lastFinished()).isEqualTo(line.repeat(100).strip());
  }

  @Test
  void anEditThatFailsInPassingDoesNotEndTheAnswer() throws Exception {
    turn.replies.openFails.add(FakeReplies.passing());
    turn.model.says("Because").says(" of Monday.").completes();

    turn.run();

    assertThat(turn.replies.lastFinished()).isEqualTo("Because of Monday.");
    assertThat(turn.ended()).contains(AnswerOutcome.COMPLETE);
  }

  @Test
  void aChannelThatIsGoneEndsTheTurnAndTheModel() throws Exception {
    turn.replies.openFails.add(FakeReplies.lasting());
    turn.model.says("Because");

    turn.run();

    assertThat(turn.replies.finished).isEmpty();
    assertThat(turn.ended()).contains(AnswerOutcome.FAILED);
    assertThat(turn.outcome()).isEqualTo("channel-gone");
    assertThat(turn.replies.toldElsewhere).hasSize(1);
    assertThat(turn.unshown.lately(TurnFixture.CHANNEL))
        .singleElement()
        .satisfies(answer -> assertThat(answer.why()).isEqualTo("403: missing access"));
  }

  @Test
  void anAnswerWhoseLastFormIsNotTakenIsToldElsewhere() throws Exception {
    turn.replies.finishFails.add(FakeReplies.lasting());
    turn.model.says("Because of Monday.").completes();

    turn.run();

    assertThat(turn.replies.toldElsewhere).containsExactly("7: Because of Monday.");
    assertThat(turn.unshown.lately(TurnFixture.CHANNEL)).hasSize(1);
    assertThat(turn.outcome()).isEqualTo("channel-gone");
  }

  @Test
  void theLastFormIsTriedAgainAndThenShownByTheNextDelivery() throws Exception {
    for (int i = 0; i < 3; i++) {
      turn.replies.finishFails.add(FakeReplies.passing());
    }
    turn.model.says("Because.").ends(new Ending.Complete(Usage.unknown(), true));

    assertThatThrownBy(turn::run).isInstanceOf(ReplyException.class);
    assertThat(turn.state()).isEqualTo(TurnState.QUEUED);

    turn.run();

    assertThat(turn.model.prompts).hasSize(1);
    assertThat(turn.replies.lastFinished()).startsWith("Because.\n\n").contains("Cut");
    assertThat(turn.remembered()).containsExactly("Because.");
    assertThat(turn.ended()).contains(AnswerOutcome.CUT);
  }

  @Test
  void theModelSeesTheHistoryAsItIsWhenTheTurnRuns() throws Exception {
    turn.history.append(
        TurnFixture.CHANNEL,
        new Entry("t0", Entry.Role.ASSISTANT, "", "It is green.", turn.clock.instant()));
    turn.model.says("Because.").completes();

    turn.run();

    assertThat(turn.model.prompts.getFirst().messages())
        .containsExactly(
            PromptMessage.byAssistant("It is green."),
            PromptMessage.byUser("Mia", "Why is the build red?"));
  }

  @Test
  void aTurnThatNobodyNotedIsRun() throws Exception {
    TurnFixture fresh = new TurnFixture();
    fresh.table.delete(new Key("turn#t1", "turn"));
    fresh.model.says("Because.").completes();

    fresh.run();

    assertThat(fresh.ended()).contains(AnswerOutcome.COMPLETE);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
