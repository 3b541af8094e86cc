package dev.gatehouse.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.turn.TurnStep.Answered;
import dev.gatehouse.assistant.turn.TurnStep.Asked;
import dev.gatehouse.assistant.turn.TurnStep.ModelAnswered;
import dev.gatehouse.assistant.turn.TurnStep.ToolCall;
import dev.gatehouse.assistant.turn.TurnStep.WaitingForApproval;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.crash.CrashPoint;
import dev.gatehouse.testkit.crash.MortalWorker;
import dev.gatehouse.testkit.crash.WorkerDiedException;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TableTurnStoreTest {
  private static final ConversationId HERE = new ConversationId(new Platform("discord"), "1");
  private static final Duration LENGTH = Duration.ofSeconds(30);
  private static final String TURN = "m1";
  private static final Answered BECAUSE =
      new Answered(AnswerOutcome.STOPPED, "", "Because", "*Stopped.*");

  private final SettableClock clock = new SettableClock();
  private final InMemoryTable table = new InMemoryTable();
  private final TableTurnStore turns = new TableTurnStore(table, clock, Duration.ofDays(7));

  @BeforeEach
  void noteTheTurn() {
    assertThat(turns.create(TURN, HERE, "ada")).isTrue();
  }

  @Test
  void isNotedOnce() {
    take("w1");

    assertThat(turns.create(TURN, HERE, "ada")).isFalse();
    assertThat(turns.find(TURN)).map(Turn::state).contains(TurnState.RUNNING);
  }

  @Test
  void oneWorkerTakesIt() {
    assertThat(take("w1").turn().askedBy()).isEqualTo("ada");
    assertThat(claim("w2")).isEqualTo(new TurnClaim.Held(clock.instant().plus(LENGTH)));
  }

  @Test
  void aTurnThatNobodyNotedIsTakenAndListed() {
    TurnRequested unknown = request("m2", HERE);

    assertThat(turns.claim(unknown, "w1", LENGTH)).isInstanceOf(TurnClaim.Taken.class);
    assertThat(turns.open(HERE)).extracting(Turn::turnId).containsExactly("m1", "m2");
  }

  @Test
  void anotherTakesOverWhenTheLeaseIsOver() {
    take("w1").renew(Optional.of("reply-1"));
    clock.advance(LENGTH);

    assertThat(take("w2").turn().replyReference()).contains("reply-1");
  }

  @Test
  void theNextWorkerGoesOnAfterTheLastRecordedStep() {
    TurnLease first = take("w1");
    assertThat(first.steps().last()).isEqualTo(new Asked());
    ModelAnswered calls = new ModelAnswered("", List.of(new ToolCall("a", "search", "{}")));
    first.record(calls);
    first.record(BECAUSE);
    first.release();

    TurnLease next = take("w2");

    assertThat(next.steps().all()).containsExactly(new Asked(), calls, BECAUSE);
    assertThat(next.turn().outcome()).contains(AnswerOutcome.STOPPED);
  }

  @Test
  void aStepThatWasNotCountedIsNotRecordedAndCanBeWrittenOver() {
    CrashPoint beforeItIsCounted = new CrashPoint(4, false);
    MortalWorker worker = new MortalWorker(beforeItIsCounted);
    TableTurnStore its =
        new TableTurnStore(worker.port(Table.class, table), clock, Duration.ofDays(7));
    TurnLease first = ((TurnClaim.Taken) its.claim(request(TURN, HERE), "w1", LENGTH)).lease();
    assertThatThrownBy(() -> first.record(BECAUSE)).isInstanceOf(WorkerDiedException.class);
    assertThat(rows()).extracting(row -> row.key().sort()).containsExactly("step#001", "turn");
    clock.advance(LENGTH);
    Answered other = new Answered(AnswerOutcome.COMPLETE, "", "Therefore", "");

    TurnLease next = take("w2");
    assertThat(next.steps().last()).isEqualTo(new Asked());
    next.record(other);
    next.release();

    assertThat(take("w3").steps().last()).isEqualTo(other);
  }

  /** What the worker has done that took over. */
  enum Successor {
    ONLY_CLAIMED,
    WROTE,
    ENDED
  }

  @ParameterizedTest
  @EnumSource
  void whoLostTheLeaseChangesNothingAnyMore(Successor successor) {
    TurnLease lost = take("w1");
    lost.renewAndKeep(Optional.of("reply-1"), "of the first");
    clock.advance(LENGTH);
    takeOver(successor);
    List<Item> before = rows();

    List<Runnable> writes =
        List.of(
            () -> lost.record(new Answered(AnswerOutcome.COMPLETE, "", "late", "")),
            () -> lost.renewAndKeep(Optional.of("late"), "late"),
            () -> lost.renew(Optional.of("late")),
            lost::release,
            lost::end);
    assertThat(writes)
        .allSatisfy(write -> assertThatThrownBy(write::run).isInstanceOf(LeaseLostException.class));

    assertThat(rows()).isEqualTo(before);
  }

  private void takeOver(Successor successor) {
    TurnLease next = take("w2");
    if (successor != Successor.ONLY_CLAIMED) {
      next.renewAndKeep(Optional.of("reply-1"), "of the second");
      next.record(BECAUSE);
    }
    if (successor == Successor.ENDED) {
      next.end();
    }
  }

  @Test
  void anIllegalStepIsNotWritten() {
    TurnLease lease = take("w1");
    lease.record(BECAUSE);

    assertThatThrownBy(() -> lease.record(BECAUSE)).isInstanceOf(IllegalStateException.class);
    assertThat(lease.steps().all()).hasSize(2);
  }

  @Test
  void whatWasShownIsThereForWhoTakesOver() {
    TurnLease first = take("w1");
    assertThat(first.shownBefore()).isEmpty();
    first.renewAndKeep(Optional.empty(), "Because");
    first.renewAndKeep(Optional.empty(), "Because of Monday");
    clock.advance(LENGTH);

    assertThat(take("w2").shownBefore()).isEqualTo("Because of Monday");
  }

  @Test
  void aTurnThatWaitsIsHeldByNobody() {
    TurnLease lease = take("w1");
    lease.record(new ModelAnswered("", List.of(new ToolCall("a", "run", "{}"))));
    lease.record(new WaitingForApproval("a", clock.instant(), request(TURN, HERE)));
    lease.release();

    assertThat(turns.find(TURN)).map(Turn::state).contains(TurnState.WAITING);
    assertThat(turns.open(HERE)).hasSize(1);
    assertThat(take("w2").steps().last()).isInstanceOf(WaitingForApproval.class);
  }

  @Test
  void renewingTheLeaseProlongsIt() {
    TurnLease lease = take("w1");
    clock.advance(LENGTH.minusSeconds(1));
    lease.renew(Optional.of("reply-1"));
    clock.advance(Duration.ofSeconds(2));

    assertThat(claim("w2")).isInstanceOf(TurnClaim.Held.class);
  }

  @Test
  void anEndedTurnIsNotTakenAgainAndKeepsNoText() {
    TurnLease lease = take("w1");
    lease.renewAndKeep(Optional.empty(), "Because");
    lease.record(BECAUSE);
    lease.end();
    clock.advance(LENGTH.multipliedBy(2));

    assertThat(claim("w2")).isEqualTo(new TurnClaim.Ended());
    assertThat(turns.find(TURN)).map(Turn::state).contains(TurnState.ENDED);
    assertThat(turns.find(TURN)).flatMap(Turn::outcome).contains(AnswerOutcome.STOPPED);
    assertThat(rows()).extracting(row -> row.key().sort()).containsExactly("turn");
  }

  @Test
  void aRunningWorkerLearnsOfTheStop() {
    TurnLease lease = take("w1");

    assertThat(turns.requestStop(TURN)).isTrue();
    assertThat(lease.renew(Optional.of("r")).stopRequested()).isTrue();
  }

  @Test
  void aStopBeforeTheStartIsKept() {
    turns.requestStop(TURN);

    assertThat(take("w1").turn().stopRequested()).isTrue();
  }

  @Test
  void whatHasEndedOrNeverWasCannotBeStopped() {
    take("w1").end();

    assertThat(turns.requestStop(TURN)).isFalse();
    assertThat(turns.requestStop("m2")).isFalse();
    assertThat(turns.find("m2")).isEmpty();
  }

  @Test
  void listsOpenTurnsOfTheConversation() {
    turns.create("m2", HERE, "ada");
    turns.create("m3", new ConversationId(new Platform("discord"), "2"), "ada");
    take("w1").end();

    assertThat(turns.open(HERE)).extracting(Turn::turnId).containsExactly("m2");
  }

  @Test
  void anEndedTurnThatIsNotedAgainIsNotOpen() {
    take("w1").end();
    turns.create(TURN, HERE, "ada");

    assertThat(turns.open(HERE)).isEmpty();
  }

  @Test
  void isForgottenAfterTheRetention() {
    clock.advance(Duration.ofDays(7));

    assertThat(turns.find(TURN)).isEmpty();
    assertThat(turns.open(HERE)).isEmpty();
  }

  private List<Item> rows() {
    return table.query(new Query("turn#" + TURN, "", false, 100));
  }

  private TurnLease take(String worker) {
    return ((TurnClaim.Taken) claim(worker)).lease();
  }

  private TurnClaim claim(String worker) {
    return turns.claim(request(TURN, HERE), worker, LENGTH);
  }

  private TurnRequested request(String turnId, ConversationId conversation) {
    return new TurnRequested(
        1, turnId, conversation, new ChannelReply("2"), "ada", "Ada", "Why?", clock.instant());
  }
}
