package dev.gatehouse.bridge.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.outbox.QueuedEvent;
import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShardCursorTest {
  private final SettableClock clock = new SettableClock();
  private final ShardCursor cursor = new ShardCursor(clock, Optional.empty());

  private String saved() {
    return cursor.toSave().map(s -> s.sessionId() + "@" + s.durable()).orElse("nothing");
  }

  @Test
  void hasNothingToSaveBeforeASession() {
    assertThat(saved()).isEqualTo("nothing");
    assertThat(cursor.durable()).isEqualTo(0);
  }

  @Test
  void movesWithAcknowledgementsAndDroppedEvents() {
    cursor.started("a", "wss://a", 7);
    cursor.arrived(1);
    cursor.dropped(1);
    cursor.arrived(2);
    assertThat(saved()).isEqualTo("a@1");
    assertThat(cursor.lag()).isEqualTo(1);

    cursor.delivery().delivered(2);
    assertThat(saved()).isEqualTo("a@2");
    assertThat(cursor.lag()).isEqualTo(0);
  }

  @Test
  void goesOnWhereThePredecessorWas() {
    SavedSession left =
        new SavedSession("a", "wss://a", 7, SettableClock.START, 41, SettableClock.START);
    ShardCursor successor = new ShardCursor(clock, Optional.of(left));

    assertThat(successor.durable()).isEqualTo(41);
    assertThat(successor.toSave()).isEqualTo(Optional.of(left));
  }

  @Test
  void remembersTheEndedSessionUntilItsEventsAreOnTheQueue() {
    cursor.started("a", "wss://a", 7);
    cursor.arrived(1);
    QueuedEvent.Delivery ofA = cursor.delivery();
    cursor.started("b", "wss://b", 7);
    cursor.arrived(1);
    cursor.dropped(1);

    assertThat(saved()).isEqualTo("a@0");
    assertThat(cursor.durable()).as("a resume is about the present session").isEqualTo(1);
    assertThat(cursor.isSettled()).isFalse();

    ofA.delivered(1);
    assertThat(saved()).isEqualTo("b@1");
    assertThat(cursor.isSettled()).isTrue();
  }

  @Test
  void tellsWhenItMovedLast() {
    cursor.started("a", "wss://a", 7);
    cursor.arrived(1);
    clock.advance(Duration.ofSeconds(5));
    cursor.dropped(1);
    assertThat(cursor.present().orElseThrow().durableAt()).isEqualTo(clock.instant());

    clock.advance(Duration.ofSeconds(5));
    assertThat(cursor.present().orElseThrow().durableAt())
        .isEqualTo(clock.instant().minusSeconds(5));
  }
}
