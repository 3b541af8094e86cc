package dev.gatehouse.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TableTurnStoreTest {
  private static final ConversationId HERE = new ConversationId(new Platform("discord"), "1");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final String TURN = "m1";

  private final SettableClock clock = new SettableClock();
  private final TableTurnStore turns =
      new TableTurnStore(new InMemoryTable(), clock, Duration.ofDays(7));

  @BeforeEach
  void noteTheTurn() {
    assertThat(turns.create(TURN, HERE, "ada")).isTrue();
  }

  @Test
  void isNotedOnce() {
    turns.claim(TURN, "w1", LEASE);

    assertThat(turns.create(TURN, HERE, "ada")).isFalse();
    assertThat(turns.find(TURN)).map(Turn::state).contains(TurnState.RUNNING);
  }

  @Test
  void oneWorkerTakesIt() {
    assertThat(turns.claim(TURN, "w1", LEASE)).map(Turn::askedBy).contains("ada");
    assertThat(turns.claim(TURN, "w2", LEASE)).isEmpty();
  }

  @Test
  void anotherTakesOverWhenTheLeaseIsOver() {
    turns.claim(TURN, "w1", LEASE);
    turns.keep(TURN, "w1", "reply-1", LEASE);
    clock.advance(LEASE);

    assertThat(turns.claim(TURN, "w2", LEASE)).flatMap(Turn::replyReference).contains("reply-1");
  }

  @Test
  void whoLostTheLeaseChangesNothingAnyMore() {
    turns.claim(TURN, "w1", LEASE);
    clock.advance(LEASE);
    turns.claim(TURN, "w2", LEASE);

    assertThat(turns.keep(TURN, "w1", "reply-1", LEASE)).isEmpty();
    assertThat(turns.end(TURN, "w1", TurnState.DONE)).isFalse();
    assertThat(turns.find(TURN)).flatMap(Turn::replyReference).isEmpty();
    assertThat(turns.end(TURN, "w2", TurnState.DONE)).isTrue();
  }

  @Test
  void keepingTheLeaseProlongsIt() {
    turns.claim(TURN, "w1", LEASE);
    clock.advance(LEASE.minusSeconds(1));
    turns.keep(TURN, "w1", "reply-1", LEASE);
    clock.advance(Duration.ofSeconds(2));

    assertThat(turns.claim(TURN, "w2", LEASE)).isEmpty();
  }

  @Test
  void anEndedTurnIsNotTakenAgain() {
    turns.claim(TURN, "w1", LEASE);
    turns.end(TURN, "w1", TurnState.STOPPED);
    clock.advance(LEASE.multipliedBy(2));

    assertThat(turns.claim(TURN, "w2", LEASE)).isEmpty();
    assertThat(turns.end(TURN, "w1", TurnState.DONE)).isFalse();
    assertThat(turns.find(TURN)).map(Turn::state).contains(TurnState.STOPPED);
  }

  @Test
  void endsInAnEndState() {
    turns.claim(TURN, "w1", LEASE);

    assertThatThrownBy(() -> turns.end(TURN, "w1", TurnState.RUNNING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRunningWorkerLearnsOfTheStop() {
    turns.claim(TURN, "w1", LEASE);

    assertThat(turns.requestStop(TURN)).isTrue();
    assertThat(turns.keep(TURN, "w1", "r", LEASE)).map(Turn::stopRequested).contains(true);
  }

  @Test
  void aStopBeforeTheStartIsKept() {
    turns.requestStop(TURN);

    assertThat(turns.claim(TURN, "w1", LEASE)).map(Turn::stopRequested).contains(true);
  }

  @Test
  void whatHasEndedOrNeverWasCannotBeStopped() {
    turns.claim(TURN, "w1", LEASE);
    turns.end(TURN, "w1", TurnState.DONE);

    assertThat(turns.requestStop(TURN)).isFalse();
    assertThat(turns.requestStop("m2")).isFalse();
    assertThat(turns.find("m2")).isEmpty();
  }

  @Test
  void listsOpenTurnsOfTheConversation() {
    turns.create("m2", HERE, "ada");
    turns.create("m3", new ConversationId(new Platform("discord"), "2"), "ada");
    turns.claim(TURN, "w1", LEASE);
    turns.end(TURN, "w1", TurnState.DONE);

    assertThat(turns.open(HERE)).extracting(Turn::turnId).containsExactly("m2");
  }

  @Test
  void anEndedTurnThatIsNotedAgainIsNotOpen() {
    turns.claim(TURN, "w1", LEASE);
    turns.end(TURN, "w1", TurnState.DONE);
    turns.create(TURN, HERE, "ada");

    assertThat(turns.open(HERE)).isEmpty();
  }

  @Test
  void isForgottenAfterTheRetention() {
    clock.advance(Duration.ofDays(7));

    assertThat(turns.find(TURN)).isEmpty();
    assertThat(turns.open(HERE)).isEmpty();
  }
}
