package dev.gatehouse.bridge.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.cursor.ShardCursor;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.outbox.EventSenders;
import dev.gatehouse.bridge.outbox.SilentListener;
import dev.gatehouse.bridge.outbox.Spool;
import dev.gatehouse.bridge.outbox.SpoolLimits;
import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.bridge.session.SessionAction;
import dev.gatehouse.bridge.shard.Clocks;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawBatch;
import dev.gatehouse.cloud.sqs.RawEntry;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.contracts.retry.Backoff;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueForwarderTest {
  private static final Backoff FAST =
      new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), RandomGenerator.getDefault());

  private final SettableClock clock = new SettableClock();
  private final ShardCursor cursor = new ShardCursor(clock, Optional.empty());
  private final List<GapDetected> told = new CopyOnWriteArrayList<>();
  private final Set<String> deduplicationIds = new ConcurrentSkipListSet<>();
  private volatile boolean down;
  private final Spool spool = new Spool(new SpoolLimits(100, 1 << 20), System::nanoTime);
  private final EventSenders senders =
      EventSenders.start(
          1,
          spool,
          this::send,
          Optional.empty(),
          Optional.empty(),
          new SilentListener(),
          FAST,
          System::nanoTime);
  private final QueueForwarder forwarder =
      new QueueForwarder(Shard.ONLY, EventFilter.standard(), cursor, spool, new BridgeMetrics());

  @AfterEach
  void stop() {
    senders.close();
  }

  private List<SendOutcome> send(RawBatch batch) {
    if (down) {
      throw new QueueUnavailableException("down", null);
    }
    for (RawEntry entry : batch.entries()) {
      String body = new String(entry.body(), StandardCharsets.UTF_8);
      deduplicationIds.add(entry.deduplicationId());
      told.add((GapDetected) MessageCodec.decode(body));
    }
    return batch.entries().stream().<SendOutcome>map(entry -> new SendOutcome.Sent("id")).toList();
  }

  private Clocks.Timestamps now() {
    Instant now = clock.instant();
    return new Clocks.Timestamps(now, now.toEpochMilli(), System.nanoTime());
  }

  private void starts(String session) {
    forwarder.started(new SessionAction.SessionStarted(session, "wss://resume.example", 7), now());
    forwarder.caughtUp();
  }

  private static String begunAtStart(String session) {
    return session + "." + Long.toString(SettableClock.START.toEpochMilli(), 36);
  }

  private String remembered() {
    return cursor.toSave().map(SavedSession::sessionId).orElse("nothing");
  }

  @Test
  void aGapIsToldOnceTheNextSessionBegins() {
    starts("a");
    forwarder.lost("a", now());
    Instant refused = clock.instant();
    assertThat(spool.events()).as("nothing waits for the queue").isEqualTo(0);
    assertThat(told).isEmpty();

    clock.advance(Duration.ofHours(3));
    starts("b");
    Await.until("the gap is told", () -> !told.isEmpty());
    assertThat(told.getFirst().session()).isEqualTo(begunAtStart("a"));
    assertThat(told.getFirst().detectedAt()).isEqualTo(refused);
  }

  @Test
  void aLostSessionIsRememberedUntilTheQueueHoldsItsGap() {
    down = true;
    starts("a");
    forwarder.lost("a", now());
    assertThat(remembered()).isEqualTo("a");

    starts("b");
    assertThat(remembered()).isEqualTo("a");

    down = false;
    Await.until("the next session is remembered", () -> remembered().equals("b"));
    assertThat(told.size()).isEqualTo(1);
  }

  @Test
  void eachGapIsToldOnce() {
    starts("a");
    forwarder.lost("a", now());
    starts("b");
    forwarder.lost("b", now());
    starts("c");
    Await.until("both are told", () -> told.size() == 2 && cursor.isSettled());

    assertThat(told.stream().map(GapDetected::session).toList())
        .isEqualTo(List.of(begunAtStart("a"), begunAtStart("b")));
  }

  /** A server may give the id of a session again, whose numbers begin anew. */
  @Test
  void sessionsOfTheSameIdShareNoDeduplicationId() {
    starts("a");
    forwarder.lost("a", now());
    clock.advance(Duration.ofSeconds(1));
    starts("a");
    forwarder.lost("a", now());
    clock.advance(Duration.ofSeconds(1));
    starts("a");
    Await.until("both gaps are told", () -> told.size() == 2);

    assertThat(told.stream().map(GapDetected::session)).doesNotHaveDuplicates();
  }

  /** The session between them was never remembered: only the second gap covers what it lost. */
  @Test
  void aSuccessorsGapOfTheSameSessionIsNoRepetition() {
    starts("a");
    SavedSession left = cursor.toSave().orElseThrow();
    forwarder.lost("a", now());
    starts("b");
    clock.advance(Duration.ofSeconds(1));
    QueueForwarder successor =
        new QueueForwarder(
            Shard.ONLY,
            EventFilter.standard(),
            new ShardCursor(clock, Optional.of(left)),
            spool,
            new BridgeMetrics());
    successor.lost("a", now());
    successor.started(new SessionAction.SessionStarted("c", "wss://resume.example", 7), now());
    successor.caughtUp();
    Await.until("both are told", () -> told.size() == 2);

    assertThat(deduplicationIds)
        .isEqualTo(told.stream().map(GapDetected::deduplicationId).collect(Collectors.toSet()));
    assertThat(deduplicationIds.size()).isEqualTo(2);
  }
}
