package dev.gatehouse.bridge.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CursorWriterTest {
  private static final Shard SHARD = new Shard(0, 1);
  private static final Duration OFTEN = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SlowStore store = new SlowStore();
  private final List<Shard> lost = new CopyOnWriteArrayList<>();
  private final ShardCursor cursor = cursorOf("s");
  private CursorWriter keeper = CursorWriter.start(store, NEVER, lost::add);

  @AfterEach
  void close() {
    store.open();
    keeper.close();
  }

  private static ShardCursor cursorOf(String session) {
    ShardCursor cursor = new ShardCursor(new SettableClock(), Optional.empty());
    cursor.started(session, "wss://resume.example", 7);
    return cursor;
  }

  private static void reaches(ShardCursor cursor, long sequence) {
    cursor.arrived(sequence);
    cursor.dropped(sequence);
  }

  private void keepOften() {
    keeper.close();
    keeper = CursorWriter.start(store, OFTEN, lost::add);
    keeper.keep(SHARD, cursor, new MentionTargets());
  }

  /** A write of 1 hangs in the store, while the cursor goes on to 2. */
  private void hangInAWrite() {
    store.shut();
    reaches(cursor, 1);
    keepOften();
    store.awaitCaller();
    reaches(cursor, 2);
  }

  private Thread meanwhile(Runnable action) {
    Thread thread = Thread.ofPlatform().start(action);
    Await.until("it waits", () -> thread.getState() == Thread.State.WAITING || blocked(thread));
    return thread;
  }

  private static boolean blocked(Thread thread) {
    return thread.getState() == Thread.State.BLOCKED;
  }

  @Test
  void writesACursorThatMoved() {
    reaches(cursor, 1);
    keeper.keep(SHARD, cursor, new MentionTargets());
    keeper.flush();
    keeper.flush();
    reaches(cursor, 2);
    keeper.flush();

    assertThat(store.saved()).isEqualTo(List.of("s@1", "s@2"));
  }

  /** Whoever resumes behind a GUILD_CREATE must know what it told. */
  @Test
  void writesNewRolesBeforeTheCursor() {
    MentionTargets us = new MentionTargets(7, Set.of(60L));
    keeper.keep(SHARD, cursor, us);
    reaches(cursor, 1);
    keeper.flush();
    us.learn(61, 7);
    us.learn(62, 8);
    us.learn(60, 7);
    reaches(cursor, 2);
    keeper.flush();
    reaches(cursor, 3);
    keeper.flush();

    assertThat(store.saved()).containsExactly("s@1", "roles [60, 61]", "s@2", "s@3");
  }

  @Test
  void writesANewSessionWithoutWaitingForItsTurn() {
    ShardCursor fresh = new ShardCursor(new SettableClock(), Optional.empty());
    keeper.keep(SHARD, fresh, new MentionTargets());
    fresh.started("first", "wss://resume.example", 7);
    Await.until("it is written", () -> store.saved().equals(List.of("first@0")));

    fresh.started("second", "wss://resume.example", 7);
    Await.until("so is the next", () -> store.saved().equals(List.of("first@0", "second@0")));
  }

  @Test
  void aReleaseWaitsForTheWriteUnderWayAndIsTheLast() throws InterruptedException {
    hangInAWrite();
    Thread release = meanwhile(() -> keeper.release(SHARD));
    assertThat(store.callers()).isEqualTo(1);
    store.open();
    assertThat(release.join(PATIENCE)).isTrue();
    reaches(cursor, 3);
    keeper.close();

    assertThat(store.saved()).isEqualTo(List.of("s@1", "s@2"));
    assertThat(store.mostCallers()).isEqualTo(1);
  }

  @Test
  void aCloseWaitsForTheWriteUnderWayAndWritesTheRest() throws InterruptedException {
    hangInAWrite();
    Thread close = meanwhile(keeper::close);
    assertThat(store.callers()).isEqualTo(1);
    store.open();
    assertThat(close.join(PATIENCE)).isTrue();

    assertThat(store.saved()).isEqualTo(List.of("s@1", "s@2"));
    assertThat(store.mostCallers()).isEqualTo(1);
  }

  @Test
  void aFormerCursorOfTheShardIsNotWrittenAnyMore() throws InterruptedException {
    hangInAWrite();
    ShardCursor next = cursorOf("next");
    Thread keep = meanwhile(() -> keeper.keep(SHARD, next, new MentionTargets()));
    store.open();
    assertThat(keep.join(PATIENCE)).isTrue();
    reaches(cursor, 3);
    reaches(next, 1);
    keeper.close();

    assertThat(store.saved().getLast()).isEqualTo("next@1");
    assertThat(store.saved().contains("s@3")).isFalse();
    assertThat(store.mostCallers()).isEqualTo(1);
  }

  @Test
  void whatIsForgottenIsNotWritten() {
    reaches(cursor, 1);
    keeper.keep(SHARD, cursor, new MentionTargets());
    keeper.forget(SHARD);
    keeper.close();

    assertThat(store.saved()).isEmpty();
    assertThat(lost).isEmpty();
  }

  @Test
  void tellsOnceThatAnotherProcessHasTheShard() {
    store.refuse();
    reaches(cursor, 1);
    keeper.keep(SHARD, cursor, new MentionTargets());
    keeper.flush();
    reaches(cursor, 2);
    keeper.flush();

    assertThat(lost).isEqualTo(List.of(SHARD));
    assertThat(store.saved()).isEqualTo(List.of("s@1"));
  }

  @Test
  void triesAgainWhenTheTableDoesNotAnswer() {
    store.unavailable(true);
    reaches(cursor, 1);
    keeper.keep(SHARD, cursor, new MentionTargets());
    keeper.flush();
    assertThat(store.saved()).isEmpty();
    store.unavailable(false);
    keeper.flush();

    assertThat(store.saved()).isEqualTo(List.of("s@1"));
  }
}
