package dev.gatehouse.bridge.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.bridge.outbox.QueuedEvent;
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
    assertEquals("nothing", saved());
    assertEquals(0, cursor.durable());
  }

  @Test
  void movesWithAcknowledgementsAndDroppedEvents() {
    cursor.started("a", "wss://a", 7);
    cursor.arrived(1);
    cursor.dropped(1);
    cursor.arrived(2);
    assertEquals("a@1", saved());
    assertEquals(1, cursor.lag());

    cursor.delivery().delivered(2);
    assertEquals("a@2", saved());
    assertEquals(0, cursor.lag());
  }

  @Test
  void goesOnWhereThePredecessorWas() {
    SavedSession left = new SavedSession("a", "wss://a", 7, 41, SettableClock.START);
    ShardCursor successor = new ShardCursor(clock, Optional.of(left));

    assertEquals(41, successor.durable());
    assertEquals(Optional.of(left), successor.toSave());
  }

  @Test
  void remembersTheEndedSessionUntilItsEventsAreOnTheQueue() {
    cursor.started("a", "wss://a", 7);
    cursor.arrived(1);
    QueuedEvent.Delivery ofA = cursor.delivery();
    cursor.started("b", "wss://b", 7);
    cursor.arrived(1);
    cursor.dropped(1);

    assertEquals("a@0", saved());
    assertEquals(1, cursor.durable(), "a resume is about the present session");
    assertFalse(cursor.isSettled());

    ofA.delivered(1);
    assertEquals("b@1", saved());
    assertTrue(cursor.isSettled());
  }

  @Test
  void tellsWhenItMovedLast() {
    cursor.started("a", "wss://a", 7);
    cursor.arrived(1);
    clock.advance(Duration.ofSeconds(5));
    cursor.dropped(1);
    assertEquals(clock.instant(), cursor.present().orElseThrow().durableAt());

    clock.advance(Duration.ofSeconds(5));
    assertEquals(clock.instant().minusSeconds(5), cursor.present().orElseThrow().durableAt());
  }
}
