package dev.gatehouse.llm.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.chat.reply.Action;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.Said;
import dev.gatehouse.llm.model.Usage;
import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RunTurnTest {
  private final Scene scene = new Scene();

  @Test
  void the_first_word_is_shown_before_the_second_comes() throws Exception {
    var running = scene.start();
    scene.model.says("Because");

    Await.until("the first word", () -> scene.replies.lastShown().equals("Because"));
    scene.model.says(" of Monday.").completes();
    running.get();

    assertThat(scene.replies.opened).containsExactly("t1");
    assertThat(scene.replies.lastFinished()).isEqualTo("Because of Monday.");
  }

  @Test
  void an_answer_is_remembered_under_the_turns_id_and_the_turn_is_done() throws Exception {
    scene.model.says("Because of Monday.").completes();

    scene.run();

    assertThat(scene.history.recent(Scene.CHANNEL, 10))
        .extracting(Entry::id)
        .containsExactly("m1", "t1");
    assertThat(scene.remembered()).containsExactly("Because of Monday.");
    assertThat(scene.state()).isEqualTo(TurnState.DONE);
  }

  @Test
  void the_report_counts_tokens_and_holds_no_text() throws Exception {
    scene.model.says("Because of Monday.").completes();

    scene.run();

    TurnReport report = scene.log.reports.getLast();
    assertThat(report.outcome()).isEqualTo("complete");
    assertThat(report.usage()).isEqualTo(new Usage(OptionalInt.of(10), OptionalInt.of(20)));
    assertThat(report.firstToken()).isPresent();
    assertThat(report.toString()).doesNotContain("Monday");
  }

  @Test
  void the_reply_can_be_stopped_while_it_grows_and_not_afterwards() throws Exception {
    var running = scene.start();
    scene.model.says("Because");
    Await.until("the first word", () -> !scene.replies.shown.isEmpty());

    assertThat(scene.replies.shown.getFirst().actions())
        .extracting(Action::id)
        .containsExactly("stop:t1");
    scene.model.completes();
    running.get();
    assertThat(scene.replies.finished.getLast().actions()).isEmpty();
  }

  @Test
  void a_slow_platform_does_not_hold_up_the_model_and_then_sees_the_newest_text() throws Exception {
    CountDownLatch editing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    scene.replies.onShow =
        () -> {
          editing.countDown();
          awaitQuietly(goOn);
        };
    var running = scene.start();
    scene.model.says("0");
    Await.until("the reply", () -> !scene.replies.opened.isEmpty());
    scene.model.says(" 1");
    editing.await();

    for (int i = 2; i <= 500; i++) {
      scene.model.says(" " + i);
    }
    Await.until("the model is through", scene.model::isThrough);
    goOn.countDown();
    Await.until("the newest text", () -> scene.replies.lastShown().endsWith(" 500"));
    scene.model.completes();
    running.get();

    assertThat(scene.replies.shown).hasSizeLessThan(10);
  }

  @Test
  void a_stop_ends_the_model_and_keeps_what_was_written() throws Exception {
    var running = scene.start();
    scene.model.says("Because");
    Await.until("the first word", () -> !scene.replies.shown.isEmpty());

    scene.turns.requestStop("t1");
    scene.clock.advance(Duration.ofSeconds(1));
    running.get();

    assertThat(scene.replies.lastFinished()).isEqualTo("Because\n\n*Stopped.*");
    assertThat(scene.remembered()).containsExactly("Because");
    assertThat(scene.state()).isEqualTo(TurnState.STOPPED);
    assertThat(scene.outcome()).isEqualTo("stopped");
  }

  @Test
  void a_turn_that_was_stopped_while_it_waited_asks_no_model() throws Exception {
    scene.turns.requestStop("t1");

    scene.run();

    assertThat(scene.model.prompts).isEmpty();
    assertThat(scene.replies.lastFinished()).isEqualTo("*Stopped before the answer began.*");
    assertThat(scene.state()).isEqualTo(TurnState.STOPPED);
  }

  @Test
  void a_model_that_thinks_for_long_gets_a_sign_that_can_be_stopped() throws Exception {
    var running = scene.start();
    Await.until("the question", () -> !scene.model.prompts.isEmpty());

    Await.until(
        "a sign",
        () -> {
          scene.clock.advance(Duration.ofSeconds(1));
          return scene.replies.lastShown().equals("*Thinking…*");
        });
    scene.model.says("Because.").completes();
    running.get();

    assertThat(scene.replies.opened).hasSize(1);
    assertThat(scene.replies.lastFinished()).isEqualTo("Because.");
  }

  @Test
  void a_retry_is_told_while_nothing_has_come() throws Exception {
    var running = scene.start();
    scene.model.pausesBecause(new Failure.ServerError(529, Optional.empty()));

    Await.until("the notice", () -> scene.replies.lastShown().contains("asking again"));
    scene.model.says("Because.").completes();
    running.get();

    assertThat(scene.replies.lastFinished()).isEqualTo("Because.");
  }

  @Test
  void a_turn_that_ended_is_not_repeated() throws Exception {
    scene.model.says("Because.").completes();
    scene.run();

    scene.run();

    assertThat(scene.model.prompts).hasSize(1);
    assertThat(scene.replies.finished).hasSize(1);
    assertThat(scene.log.skipped).containsExactly("t1");
  }

  @Test
  void after_a_crash_the_next_worker_goes_on_in_the_same_reply() throws Exception {
    scene.turns.claim("t1", "crashed", Scene.LEASE);
    scene.turns.keep("t1", "crashed", "reply-7", Scene.LEASE);
    scene.clock.advance(Scene.LEASE.plusSeconds(1));
    scene.model.says("Because.").completes();

    scene.run();

    assertThat(scene.replies.opened).isEmpty();
    assertThat(scene.replies.resumed).containsExactly("reply-7");
    assertThat(scene.replies.lastFinished()).isEqualTo("Because.");
    assertThat(scene.state()).isEqualTo(TurnState.DONE);
  }

  @Test
  void the_lease_of_a_worker_that_may_have_crashed_is_waited_for() throws Exception {
    scene.turns.claim("t1", "crashed", Scene.LEASE);
    scene.model.says("Because.").completes();

    scene.run();

    assertThat(scene.state()).isEqualTo(TurnState.DONE);
  }

  @Test
  void an_answer_that_is_remembered_is_shown_and_not_asked_for_again() throws Exception {
    scene.turns.claim("t1", "crashed", Scene.LEASE);
    scene.turns.keep("t1", "crashed", "reply-7", Scene.LEASE);
    scene.history.append(
        Scene.CHANNEL,
        new Entry("t1", Entry.Role.ASSISTANT, "", "Because.", scene.clock.instant()));
    scene.clock.advance(Scene.LEASE.plusSeconds(1));

    scene.run();

    assertThat(scene.model.prompts).isEmpty();
    assertThat(scene.replies.lastFinished()).isEqualTo("Because.");
    assertThat(scene.state()).isEqualTo(TurnState.DONE);
  }

  @Test
  void a_worker_that_keeps_its_lease_keeps_others_out() {
    scene.turns.claim("t1", "alive", Duration.ofMinutes(30));

    assertThatThrownBy(scene::run).isInstanceOf(TurnHeldException.class).hasMessageContaining("t1");
    assertThat(scene.model.prompts).isEmpty();
  }

  @Test
  void a_worker_that_lost_its_lease_leaves_the_reply_alone() throws Exception {
    var running = scene.start();
    scene.model.says("Because");
    Await.until(
        "the lease was kept",
        () -> scene.turns.find("t1").orElseThrow().replyReference().isPresent());

    Await.until(
        "another worker has it, though the first one renews",
        () -> {
          scene.clock.advance(Scene.LEASE.plusSeconds(1));
          return scene.turns.claim("t1", "other", Duration.ofHours(1)).isPresent();
        });
    scene.clock.advance(Duration.ofSeconds(1));
    running.get();

    assertThat(scene.replies.finished).isEmpty();
    assertThat(scene.outcome()).isEqualTo("lease-lost");
    assertThat(scene.state()).isEqualTo(TurnState.RUNNING);
  }

  @Test
  void when_the_time_is_over_what_is_there_is_kept_with_a_note() throws Exception {
    var running = scene.start();
    scene.model.says("Because");
    Await.until("the first word", () -> !scene.replies.shown.isEmpty());

    scene.clock.advance(Duration.ofMinutes(11));
    running.get();

    assertThat(scene.replies.lastFinished()).startsWith("Because\n\n").contains("time");
    assertThat(scene.remembered()).containsExactly("Because");
    assertThat(scene.state()).isEqualTo(TurnState.FAILED);
    assertThat(scene.outcome()).isEqualTo("out-of-time");
  }

  @Test
  void a_failure_before_the_first_word_says_what_to_do() throws Exception {
    scene.model.fails(new Failure.Unauthorized(401));

    scene.run();

    assertThat(scene.replies.lastFinished())
        .startsWith("⚠️")
        .contains("puppet", "401", "key", "Whoever runs this Gatehouse");
    assertThat(scene.remembered()).isEmpty();
    assertThat(scene.state()).isEqualTo(TurnState.FAILED);
    assertThat(scene.outcome()).isEqualTo("unauthorized");
  }

  @Test
  void a_failure_after_the_first_word_keeps_what_was_written() throws Exception {
    scene.model.says("Because").fails(new Failure.BrokenOff());

    scene.run();

    assertThat(scene.replies.lastFinished()).startsWith("Because\n\n⚠️").contains("broke off");
    assertThat(scene.state()).isEqualTo(TurnState.FAILED);
  }

  @Test
  void a_model_that_throws_ends_the_turn_all_the_same() throws Exception {
    scene.model.breaks(new IllegalStateException("secret inner detail"));

    scene.run();

    assertThat(scene.replies.lastFinished()).startsWith("⚠️").doesNotContain("secret");
    assertThat(scene.log.troubles).containsExactly("the model broke");
    assertThat(scene.state()).isEqualTo(TurnState.FAILED);
  }

  @Test
  void an_answer_without_a_word_is_a_failure() throws Exception {
    scene.model.says("  \n").completes();

    scene.run();

    assertThat(scene.replies.lastFinished()).contains("without a word");
    assertThat(scene.state()).isEqualTo(TurnState.FAILED);
  }

  @Test
  void an_answer_cut_at_its_length_says_so() throws Exception {
    scene.model.says("Because").ends(new Ending.Complete(Usage.unknown(), true));

    scene.run();

    assertThat(scene.replies.lastFinished()).startsWith("Because\n\n").contains("Cut");
    assertThat(scene.state()).isEqualTo(TurnState.DONE);
  }

  @Test
  void a_long_answer_is_finished_whole() throws Exception {
    String line = "A line of an answer that is longer than one message can be.\n";
    for (int i = 0; i < 100; i++) {
      scene.model.says(line);
    }
    scene.model.completes();

    scene.run();

    assertThat(scene.replies.lastFinished()).isEqualTo(line.repeat(100).strip());
  }

  @Test
  void an_edit_that_fails_in_passing_does_not_end_the_answer() throws Exception {
    scene.replies.openFails.add(FakeReplies.passing());
    scene.model.says("Because").says(" of Monday.").completes();

    scene.run();

    assertThat(scene.replies.lastFinished()).isEqualTo("Because of Monday.");
    assertThat(scene.state()).isEqualTo(TurnState.DONE);
  }

  @Test
  void a_channel_that_is_gone_ends_the_turn_and_the_model() throws Exception {
    scene.replies.openFails.add(FakeReplies.lasting());
    scene.model.says("Because");

    scene.run();

    assertThat(scene.replies.finished).isEmpty();
    assertThat(scene.state()).isEqualTo(TurnState.FAILED);
    assertThat(scene.outcome()).isEqualTo("channel-gone");
  }

  @Test
  void the_last_form_is_tried_again_and_then_left_to_the_queue() {
    for (int i = 0; i < 3; i++) {
      scene.replies.finishFails.add(FakeReplies.passing());
    }
    scene.model.says("Because.").completes();

    assertThatThrownBy(scene::run).isInstanceOf(ReplyException.class);
    assertThat(scene.state()).isEqualTo(TurnState.RUNNING);
    assertThat(scene.remembered()).containsExactly("Because.");
  }

  @Test
  void the_model_sees_the_history_as_it_is_when_the_turn_runs() throws Exception {
    scene.history.append(
        Scene.CHANNEL,
        new Entry("t0", Entry.Role.ASSISTANT, "", "It is green.", scene.clock.instant()));
    scene.model.says("Because.").completes();

    scene.run();

    assertThat(scene.model.prompts.getFirst().messages())
        .containsExactly(
            Said.byAssistant("It is green."), Said.byUser("Mia", "Why is the build red?"));
  }

  @Test
  void a_turn_that_nobody_noted_is_run() throws Exception {
    Scene fresh = new Scene();
    fresh.table.delete(new Key("turn#t1", "turn"));
    fresh.model.says("Because.").completes();

    fresh.run();

    assertThat(fresh.state()).isEqualTo(TurnState.DONE);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
