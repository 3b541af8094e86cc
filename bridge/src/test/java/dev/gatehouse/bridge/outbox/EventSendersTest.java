package dev.gatehouse.bridge.outbox;

import static dev.gatehouse.bridge.outbox.ScriptedSender.isClaim;
import static dev.gatehouse.bridge.outbox.ScriptedSender.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.TroubledTable;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.BlobUnavailableException;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawEntry;
import dev.gatehouse.contracts.retry.Backoff;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.blob.InMemoryBlobs;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSendersTest {
  private static final Backoff FAST =
      new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), RandomGenerator.getDefault());
  private static final StateKeys KEYS = new StateKeys("bot");
  private static final SendOutcome BUSY = new SendOutcome.Refused("Busy", "try again", false);
  private static final SendOutcome INVALID =
      new SendOutcome.Refused("InvalidMessageContents", "a character", true);

  private static final SendOutcome SENT = new SendOutcome.Sent("id");

  private final ScriptedSender queue = new ScriptedSender();
  private final InMemoryTable table = new InMemoryTable();
  private final TroubledTable way = new TroubledTable(table);
  private final SettableClock clock = new SettableClock();
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final List<Long> delivered = Collections.synchronizedList(new ArrayList<>());
  private final List<String> defects = Collections.synchronizedList(new ArrayList<>());
  private final List<String> dead = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean blobsDown;
  private Spool spool = spool(10_000, 100 << 20);
  private EventSenders senders = start(true);

  @AfterEach
  void stop() {
    senders.close();
  }

  private void put(QueuedEvent event) {
    spool.put(event);
    spool.flush();
  }

  private static Spool spool(int events, long bytes) {
    return new Spool(new SpoolLimits(events, bytes), System::nanoTime);
  }

  private EventSenders start(boolean withBlobs) {
    return start(queue, withBlobs, new Listener());
  }

  private EventSenders start(BatchSender to, boolean withBlobs, OutboxListener listener) {
    return EventSenders.start(
        3,
        spool,
        to,
        withBlobs ? Optional.of(new FailingBlobs()) : Optional.empty(),
        Optional.of(new DeadLetterStore(way, KEYS, clock)),
        listener,
        FAST,
        System::nanoTime);
  }

  private void restart(Spool with, boolean withBlobs) {
    senders.close();
    spool = with;
    senders = start(withBlobs);
  }

  private void restart(Spool with, boolean withBlobs, OutboxListener listener) {
    senders.close();
    spool = with;
    senders = start(queue, withBlobs, listener);
  }

  private void restart(Spool with, BatchSender to) {
    senders.close();
    spool = with;
    senders = start(to, false, new Listener());
  }

  private final class FailingBlobs implements BlobStore {
    @Override
    public void put(String key, ByteBuffer bytes) {
      if (blobsDown) {
        throw new BlobUnavailableException("the store is down", null);
      }
      blobs.put(key, bytes);
    }

    @Override
    public Optional<byte[]> get(String key) {
      return blobs.get(key);
    }
  }

  private final class Listener extends SilentListener {
    @Override
    public void deadLettered(QueuedEvent event, String reason, boolean kept) {
      dead.add(reason);
    }

    @Override
    public void defect(String what) {
      defects.add(what);
    }
  }

  /** The cursor fails at the first event; that must neither send again nor end a sender. */
  @Test
  void aDefectInWhoHearsOfADeliveryCostsNoEventAndNoSender() {
    int count = 40;
    for (int i = 0; i < count; i++) {
      put(event(i % 2, i, "{}", this::failAtTheFirst));
    }

    awaitDelivered(count - 1);
    Await.until("all is settled", () -> spool.events() == 0);
    assertThat(queue.taken()).hasSize(count);
    assertThat(new HashSet<>(queue.taken().stream().map(ScriptedSender::sequence).toList()))
        .hasSize(count);
    assertThat(defects).hasSize(1);
    assertThat(defects.getFirst()).contains("IllegalStateException").doesNotContain("content");
    assertThat(dead).isEmpty();
  }

  private void failAtTheFirst(long sequence) {
    if (sequence == 0) {
      throw new IllegalStateException("a defect, with the content of a message");
    }
    delivered.add(sequence);
  }

  private QueuedEvent event(long channel, long sequence, String payload) {
    return event(channel, sequence, payload, delivered::add);
  }

  private static QueuedEvent event(
      long channel, long sequence, String payload, QueuedEvent.Delivery delivery) {
    String head = "{\"v\":1,";
    byte[] body = (head + "\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8);
    return new QueuedEvent(
        new GroupKey(GroupKey.Kind.CHANNEL, channel),
        "s",
        sequence,
        body,
        head.length(),
        0,
        delivery);
  }

  private void putMany(int count, int channels) {
    for (int i = 0; i < count; i++) {
      put(event(i % channels, i, "{}"));
    }
  }

  private void awaitDelivered(int count) {
    Await.until(count + " are delivered", () -> delivered.size() >= count);
  }

  private void assertOncePerEventInOrderPerChannel(int count) {
    Map<String, Long> last = new HashMap<>();
    for (RawEntry entry : queue.taken()) {
      long before = last.getOrDefault(entry.groupId(), -1L);
      assertThat(before < sequence(entry)).as("order in channel " + entry.groupId()).isTrue();
      last.put(entry.groupId(), sequence(entry));
    }
    assertThat(queue.taken().size()).isEqualTo(count);
    assertThat(new HashSet<>(delivered).size()).isEqualTo(count);
    assertThat(spool.events()).isEqualTo(0);
    assertThat(spool.bytes()).isEqualTo(0);
  }

  @Test
  void sendsWhatWaitsInBatches() {
    queue.hold(true);
    putMany(300, 50);
    queue.hold(false);
    awaitDelivered(300);

    assertOncePerEventInOrderPerChannel(300);
    assertThat(queue.batches().contains(QueueSender.MAX_BATCH))
        .as(queue.batches().toString())
        .isTrue();
  }

  @Test
  void sendsASingleEventAtOnce() {
    put(event(1, 1, "{}"));
    awaitDelivered(1);

    assertThat(queue.batches()).isEqualTo(List.of(1));
  }

  @Test
  void keepsTheOrderOfAChannelWhenEntriesOfABatchAreRefused() {
    RandomGenerator dice = RandomGenerator.of("L64X128MixRandom");
    queue.answering(e -> dice.nextInt(3) == 0 ? BUSY : SENT);
    putMany(2_000, 7);
    awaitDelivered(2_000);

    assertOncePerEventInOrderPerChannel(2_000);
  }

  @Test
  void neverHasTwoOfAGroupInFlight() {
    queue.answering(e -> new SendOutcome.Sent("id"));
    queue.hold(true);
    putMany(20, 2);
    Await.until("the senders are busy", () -> !queue.batches().isEmpty());

    assertThat(queue.batches().stream().mapToInt(Integer::intValue).sum() <= 2).isTrue();
    queue.hold(false);
    awaitDelivered(20);
  }

  @Test
  void goesOnAfterAnOutage() {
    queue.down(true);
    putMany(100, 10);
    Await.until("it was tried", () -> queue.batches().size() > 5);
    assertThat(spool.events()).isEqualTo(100);
    assertThat(delivered).isEmpty();

    queue.down(false);
    awaitDelivered(100);
    assertOncePerEventInOrderPerChannel(100);
  }

  @Test
  void isFullWhenItsEventsOrBytesAre() {
    queue.hold(true);
    restart(spool(4, 1000), true);
    putMany(3, 3);
    assertThat(spool.hasRoom()).isTrue();
    put(event(9, 9, "{}"));
    assertThat(spool.hasRoom()).isFalse();
    assertThat(spool.isDrained()).isFalse();

    queue.hold(false);
    awaitDelivered(4);
    Await.until("there is room", () -> spool.hasRoom() && spool.isDrained());
    queue.hold(true);
    put(event(9, 10, "\"" + "x".repeat(1000) + "\""));
    assertThat(spool.hasRoom()).isFalse();
    queue.hold(false);
    awaitDelivered(5);
  }

  @Test
  void storesAnOversizedPayloadAsideBeforeItSendsTheClaim() {
    String payload = "\"" + "x".repeat(QueueSender.MAX_BYTES) + "\"";
    put(event(1, 7, payload));
    awaitDelivered(1);

    assertThat(new String(blobs.get("events/s-7").orElseThrow(), StandardCharsets.UTF_8))
        .isEqualTo(payload);
    assertThat(new String(queue.taken().getFirst().body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"v\":1,\"claim\":{\"key\":\"events/s-7\",\"bytes\":" + payload.length() + "}}");
    assertThat(spool.bytes()).isEqualTo(0);
  }

  @Test
  void sendsByClaimCheckWhatTheQueueRefusesAsItIs() {
    queue.answering(e -> isClaim(e) ? SENT : INVALID);
    put(event(1, 7, "\"\uFFFE\""));
    put(event(1, 8, "{}"));
    awaitDelivered(2);

    assertThat(blobs.keys()).isEqualTo(Set.of("events/s-7", "events/s-8"));
    assertThat(dead).isEmpty();
  }

  @Test
  void outlastsAClaimStoreThatDoesNotAnswer() {
    blobsDown = true;
    queue.answering(e -> isClaim(e) || sequence(e) == 8 ? SENT : INVALID);
    queue.hold(true);
    put(event(1, 7, "{}"));
    put(event(2, 8, "{}"));
    queue.hold(false);
    awaitDelivered(1);
    assertThat(delivered).isEqualTo(List.of(8L));

    blobsDown = false;
    awaitDelivered(2);
    assertThat(delivered).isEqualTo(List.of(8L, 7L));
    assertThat(spool.events()).isEqualTo(0);
  }

  @Test
  void dropsWhatTheQueueNeverTakesSoThatItsGroupGoesOn() {
    restart(spool(100, 1 << 20), false);
    queue.answering(e -> sequence(e) == 7 ? INVALID : SENT);
    put(event(1, 7, "{}"));
    put(event(1, 8, "{}"));
    awaitDelivered(2);

    assertThat(dead).isEqualTo(List.of("InvalidMessageContents"));
    assertThat(queue.taken().stream().map(ScriptedSender::sequence).toList())
        .isEqualTo(List.of(8L));
  }

  @Test
  void dropsWhatIsTooLargeWhereNothingStoresItAside() {
    restart(spool(100, 10 << 20), false);
    put(event(1, 7, "\"" + "x".repeat(QueueSender.MAX_BYTES) + "\""));
    put(event(1, 8, "{}"));
    awaitDelivered(2);

    assertThat(dead).isEqualTo(List.of("larger than 1048576 bytes"));
    assertThat(queue.taken().stream().map(ScriptedSender::sequence).toList())
        .isEqualTo(List.of(8L));
  }

  @Test
  void oneEntryThatACallIsRefusedForDoesNotStopItsNeighbours() {
    queue.poisonedBy(e -> sequence(e) == 7 && !isClaim(e));
    queue.hold(true);
    putMany(20, 20);
    queue.hold(false);
    awaitDelivered(20);

    assertOncePerEventInOrderPerChannel(20);
    assertThat(blobs.keys()).isEqualTo(Set.of("events/s-7"));
  }

  @Test
  void dropsAnEntryThatCallsAreRefusedForInEachForm() {
    queue.poisonedBy(e -> sequence(e) == 7);
    putMany(20, 5);
    awaitDelivered(20);

    assertThat(dead).isEqualTo(List.of("SerializationException"));
    assertThat(queue.taken().size()).isEqualTo(19);
  }

  @Test
  void anEventThatADefectKeepsFromBeingSentBecomesADeadLetterAndItsNeighboursGo() {
    queue.defectFor(e -> sequence(e) == 7);
    queue.hold(true);
    putMany(40, 20);
    queue.hold(false);
    awaitDelivered(40);

    assertThat(table.get(KEYS.deadLetter("s-7")).orElseThrow())
        .satisfies(row -> assertThat(row.text("group")).contains("discord:7"))
        .satisfies(row -> assertThat(row.text("body")).contains("{\"v\":1,\"payload\":{}}"))
        .satisfies(row ->
            assertThat(row.text("reason").orElseThrow())
                .startsWith("java.lang.IllegalStateException at ")
                .doesNotContain("content"))
        .satisfies(row ->
            assertThat(row.number("ttl", 0))
                .isEqualTo(clock.instant().plus(DeadLetterStore.KEPT).getEpochSecond()));
    assertThat(dead).hasSize(1);
    assertThat(queue.taken()).hasSize(39);
    assertThat(spool.events()).isZero();
  }

  @Test
  void whatFollowsADeadLetterInItsGroupIsSentInOrder() {
    queue.defectFor(e -> sequence(e) == 7);
    for (int i = 6; i < 10; i++) {
      put(event(1, i, "{}"));
    }
    awaitDelivered(4);

    assertThat(delivered).containsExactly(6L, 7L, 8L, 9L);
    assertThat(queue.taken()).extracting(ScriptedSender::sequence).containsExactly(6L, 8L, 9L);
  }

  @Test
  void aDefectThatPassesCostsNoEvent() {
    queue.defectFor(e -> queue.batches().size() < BatchDelivery.MOST_DEFECTS);
    put(event(1, 7, "{}"));
    awaitDelivered(1);

    assertThat(queue.taken()).hasSize(1);
    assertThat(dead).isEmpty();
  }

  @Test
  void sendersLiveOnAfterAsManyDefectsAsTheyHaveThreads() {
    queue.defectFor(e -> sequence(e) < 10);
    for (int i = 0; i < 20; i++) {
      put(event(i, i, "{}"));
    }
    awaitDelivered(20);

    assertThat(dead).hasSize(10);
    assertThat(queue.taken()).hasSize(10);
  }

  @Test
  void theCursorWaitsUntilADeadLetterIsDurable() {
    way.cut(true);
    queue.answering(e -> sequence(e) == 7 ? INVALID : SENT);
    restart(spool(100, 1 << 20), false);
    put(event(1, 7, "{}"));
    put(event(2, 8, "{}"));
    awaitDelivered(1);
    assertThat(delivered).containsExactly(8L);

    way.cut(false);
    awaitDelivered(2);
    assertThat(table.get(KEYS.deadLetter("s-7"))).isPresent();
  }

  @Test
  void aDeadLetterTooLongForARowIsToldOfWithoutItsBody() {
    queue.defectFor(e -> true);
    put(event(1, 7, "\"" + "x".repeat(DeadLetterStore.MOST_BYTES) + "\""));
    awaitDelivered(1);

    assertThat(table.get(KEYS.deadLetter("s-7")).orElseThrow())
        .satisfies(row -> assertThat(row.text("body")).isEmpty())
        .satisfies(
            row -> assertThat(row.number("bytes", 0)).isGreaterThan(DeadLetterStore.MOST_BYTES));
  }

  /** Whatever fails in who hears of it, each event is sent once and each acknowledgement counts. */
  @ParameterizedTest
  @ValueSource(
      strings = {"calling", "sent", "retrying", "claimed", "deadLettered", "defect", "delivered"})
  void nothingThatFailsOnceAnEventIsSettledHasItSentAgain(String failing) {
    queue.hold(true);
    restart(spool(1_000, 10 << 20), true, listener(failing));
    AtomicBoolean busy = new AtomicBoolean(true);
    queue.answering(entry ->
        switch ((int) sequence(entry)) {
          case 1 -> busy.getAndSet(false) ? BUSY : SENT;
          case 2 -> isClaim(entry) ? SENT : INVALID;
          case 3 -> INVALID;
          default -> SENT;
        });
    for (int i = 0; i < 10; i++) {
      put(
          event(
              i,
              i,
              "{}",
              sequence -> {
                delivered.add(sequence);
                failIf(failing.equals("delivered"));
              }));
    }
    queue.hold(false);
    Await.until("all have ended", () -> spool.events() == 0 && delivered.size() == 10);

    assertThat(delivered).doesNotHaveDuplicates();
    assertThat(queue.taken())
        .extracting(ScriptedSender::sequence)
        .containsExactlyInAnyOrder(0L, 1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(table.get(KEYS.deadLetter("s-3"))).isPresent();
  }

  private static void failIf(boolean fails) {
    if (fails) {
      throw new IllegalStateException("a defect, as the test wants it");
    }
  }

  /** Hears all, and fails in one method. */
  private static OutboxListener listener(String failing) {
    return (OutboxListener)
        Proxy.newProxyInstance(
            OutboxListener.class.getClassLoader(),
            new Class<?>[] {OutboxListener.class},
            (_, method, _) -> {
              failIf(method.getName().equals(failing));
              return null;
            });
  }

  /** A sender that answers for fewer or more events than it was given has told nothing of any. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "4, 0", "0, 1", "2, 1", "4, 1"})
  void aWrongNumberOfOutcomesIsADefectThatEndsInDeadLetters(int outcomes, int right) {
    AtomicInteger calls = new AtomicInteger();
    restart(
        spool(100, 1 << 20),
        batch -> {
          calls.incrementAndGet();
          int count = batch.entries().size() == 1 ? right : outcomes;
          return Collections.nCopies(count, SENT);
        });
    for (int i = 0; i < 3; i++) {
      spool.put(event(i, i, "{}"));
    }
    spool.flush();
    awaitDelivered(3);

    assertThat(dead).hasSize(right == 1 ? 0 : 3);
    assertThat(dead).allMatch(reason -> reason.contains("IllegalStateException"));
    assertThat(calls.get()).isBetween(3, 5 * BatchDelivery.MOST_DEFECTS);
  }

  /** A dead letter that cannot be kept now holds up nothing but itself. */
  @Test
  void otherEventsOfItsBatchDoNotWaitForADeadLetter() {
    way.cut(true);
    queue.hold(true);
    restart(spool(100, 1 << 20), false);
    AtomicInteger busy = new AtomicInteger(5);
    queue.answering(entry ->
        switch ((int) sequence(entry)) {
          case 0 -> INVALID;
          case 1 -> busy.getAndDecrement() > 0 ? BUSY : SENT;
          default -> SENT;
        });
    putMany(3, 3);
    queue.hold(false);
    awaitDelivered(2);
    assertThat(delivered).containsExactlyInAnyOrder(1L, 2L);

    way.cut(false);
    awaitDelivered(3);
    assertThat(table.get(KEYS.deadLetter("s-0"))).isPresent();
  }

  /** One payload that cannot be stored now holds up no other event of its batch. */
  @Test
  void otherEventsOfItsBatchDoNotWaitForAClaim() {
    blobsDown = true;
    queue.hold(true);
    putMany(1, 1);
    Await.until("a sender is busy", () -> !queue.batches().isEmpty());
    for (int i = 1; i < 4; i++) {
      QueuedEvent event = event(i, i, "{}");
      if (i == 1) {
        event.demandClaim();
      }
      spool.put(event);
    }
    spool.flush();
    queue.hold(false);
    awaitDelivered(3);
    assertThat(delivered).containsExactlyInAnyOrder(0L, 2L, 3L);

    blobsDown = false;
    awaitDelivered(4);
  }

  @Test
  void namesItsGroupsAsTheContractDoes() {
    assertThat(new GroupKey(GroupKey.Kind.CHANNEL, 5).groupId()).isEqualTo("discord:5");
    assertThat(new GroupKey(GroupKey.Kind.GUILD, 5).groupId()).isEqualTo("discord:guild:5");
    assertThat(new GroupKey(GroupKey.Kind.SHARD, 5).groupId()).isEqualTo("discord:shard:5");
  }
}
