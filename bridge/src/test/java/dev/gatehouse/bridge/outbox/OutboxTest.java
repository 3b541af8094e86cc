package dev.gatehouse.bridge.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.blob.InMemoryBlobs;
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
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Retry FAST = new Retry(Duration.ofMillis(1), Duration.ofMillis(2));
  private static final SendOutcome BUSY = new SendOutcome.Refused("Busy", "try again", false);
  private static final SendOutcome INVALID =
      new SendOutcome.Refused("InvalidMessageContents", "a character", true);

  private static final SendOutcome SENT = new SendOutcome.Sent("id");

  private final ScriptedSender queue = new ScriptedSender();
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final List<Long> delivered = Collections.synchronizedList(new ArrayList<>());
  private final List<String> rejected = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean blobsDown;
  private Outbox outbox = start(new SpoolLimits(10_000, 100 << 20), true);

  @AfterEach
  void stop() {
    outbox.close();
  }

  private void put(Entry entry) {
    outbox.put(entry);
    outbox.flush();
  }

  private Outbox start(SpoolLimits limits, boolean withBlobs) {
    Optional<BlobStore> store = withBlobs ? Optional.of(new FailingBlobs()) : Optional.empty();
    return Outbox.start(
        3,
        limits,
        queue,
        store,
        new Listener(),
        FAST,
        RandomGenerator.getDefault(),
        System::nanoTime);
  }

  private final class FailingBlobs implements BlobStore {
    @Override
    public void put(String key, ByteBuffer bytes) {
      if (blobsDown) {
        throw new IllegalStateException("the store is down");
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
    public void rejected(Entry entry, String reason) {
      rejected.add(reason);
    }
  }

  private Entry entry(long channel, long sequence, String payload) {
    String head = "{\"v\":1,";
    byte[] body = (head + "\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8);
    return new Entry(
        new GroupKey(GroupKey.Kind.CHANNEL, channel),
        "s",
        sequence,
        body,
        head.length(),
        0,
        delivered::add);
  }

  private void putMany(int count, int channels) {
    for (int i = 0; i < count; i++) {
      put(entry(i % channels, i, "{}"));
    }
  }

  private void awaitDelivered(int count) {
    Await.until(count + " are delivered", () -> delivered.size() >= count);
  }

  private void assertOncePerEventInOrderPerChannel(int count) {
    Map<Long, Long> last = new HashMap<>();
    for (Entry entry : queue.taken()) {
      long before = last.getOrDefault(entry.group().id(), -1L);
      assertTrue(before < entry.sequence(), "order in channel " + entry.group().id());
      last.put(entry.group().id(), entry.sequence());
    }
    assertEquals(count, queue.taken().size());
    assertEquals(count, new HashSet<>(delivered).size());
    assertEquals(0, outbox.events());
    assertEquals(0, outbox.bytes());
  }

  @Test
  void sendsWhatWaitsInBatches() {
    queue.hold(true);
    putMany(300, 50);
    queue.hold(false);
    awaitDelivered(300);

    assertOncePerEventInOrderPerChannel(300);
    assertTrue(queue.batches().contains(QueueSender.MAX_BATCH), queue.batches().toString());
  }

  @Test
  void sendsASingleEventAtOnce() {
    put(entry(1, 1, "{}"));
    awaitDelivered(1);

    assertEquals(List.of(1), queue.batches());
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
    Await.until("the lines are busy", () -> !queue.batches().isEmpty());

    assertTrue(queue.batches().stream().mapToInt(Integer::intValue).sum() <= 2);
    queue.hold(false);
    awaitDelivered(20);
  }

  @Test
  void goesOnAfterAnOutage() {
    queue.down(true);
    putMany(100, 10);
    Await.until("it was tried", () -> queue.batches().size() > 5);
    assertEquals(100, outbox.events());
    assertEquals(List.of(), delivered);

    queue.down(false);
    awaitDelivered(100);
    assertOncePerEventInOrderPerChannel(100);
  }

  @Test
  void isFullWhenItsEventsOrBytesAre() {
    outbox.close();
    queue.hold(true);
    outbox = start(new SpoolLimits(4, 1000), true);
    putMany(3, 3);
    assertTrue(outbox.hasRoom());
    put(entry(9, 9, "{}"));
    assertFalse(outbox.hasRoom());
    assertFalse(outbox.isDrained());

    queue.hold(false);
    awaitDelivered(4);
    Await.until("there is room", () -> outbox.hasRoom() && outbox.isDrained());
    queue.hold(true);
    put(entry(9, 10, "\"" + "x".repeat(1000) + "\""));
    assertFalse(outbox.hasRoom());
    queue.hold(false);
    awaitDelivered(5);
  }

  @Test
  void storesAnOversizedPayloadAsideBeforeItSendsTheClaim() {
    String payload = "\"" + "x".repeat(QueueSender.MAX_BYTES) + "\"";
    put(entry(1, 7, payload));
    awaitDelivered(1);

    assertEquals(
        payload, new String(blobs.get("events/s-7").orElseThrow(), StandardCharsets.UTF_8));
    assertEquals(
        "{\"v\":1,\"claim\":{\"key\":\"events/s-7\",\"bytes\":" + payload.length() + "}}",
        new String(queue.taken().getFirst().body(), StandardCharsets.UTF_8));
    assertEquals(0, outbox.bytes());
  }

  @Test
  void sendsByClaimCheckWhatTheQueueRefusesAsItIs() {
    queue.answering(e -> e.payloadAt() < 0 ? SENT : INVALID);
    put(entry(1, 7, "\"\uFFFE\""));
    put(entry(1, 8, "{}"));
    awaitDelivered(2);

    assertEquals(Set.of("events/s-7", "events/s-8"), blobs.keys());
    assertEquals(List.of(), rejected);
  }

  @Test
  void outlastsAClaimStoreThatDoesNotAnswer() {
    blobsDown = true;
    queue.answering(e -> e.payloadAt() < 0 || e.sequence() == 8 ? SENT : INVALID);
    queue.hold(true);
    put(entry(1, 7, "{}"));
    put(entry(2, 8, "{}"));
    queue.hold(false);
    awaitDelivered(1);
    assertEquals(List.of(8L), delivered);

    blobsDown = false;
    awaitDelivered(2);
    assertEquals(List.of(8L, 7L), delivered);
    assertEquals(0, outbox.events());
  }

  @Test
  void dropsWhatTheQueueNeverTakesSoThatItsGroupGoesOn() {
    outbox.close();
    outbox = start(new SpoolLimits(100, 1 << 20), false);
    queue.answering(e -> e.sequence() == 7 ? INVALID : SENT);
    put(entry(1, 7, "{}"));
    put(entry(1, 8, "{}"));
    awaitDelivered(2);

    assertEquals(List.of("InvalidMessageContents"), rejected);
    assertEquals(
        List.of(8L), queue.taken().stream().map(Entry::sequence).collect(Collectors.toList()));
  }

  @Test
  void dropsWhatIsTooLargeWhereNothingStoresItAside() {
    outbox.close();
    outbox = start(new SpoolLimits(100, 10 << 20), false);
    put(entry(1, 7, "\"" + "x".repeat(QueueSender.MAX_BYTES) + "\""));
    put(entry(1, 8, "{}"));
    awaitDelivered(2);

    assertEquals(List.of("larger than 1048576 bytes"), rejected);
    assertEquals(List.of(8L), queue.taken().stream().map(Entry::sequence).toList());
  }

  @Test
  void oneEntryThatACallIsRefusedForDoesNotStopItsNeighbours() {
    queue.poisonedBy(e -> e.sequence() == 7 && e.payloadAt() >= 0);
    queue.hold(true);
    putMany(20, 20);
    queue.hold(false);
    awaitDelivered(20);

    assertOncePerEventInOrderPerChannel(20);
    assertEquals(Set.of("events/s-7"), blobs.keys());
  }

  @Test
  void dropsAnEntryThatCallsAreRefusedForInEachForm() {
    queue.poisonedBy(e -> e.sequence() == 7);
    putMany(20, 5);
    awaitDelivered(20);

    assertEquals(List.of("SerializationException"), rejected);
    assertEquals(19, queue.taken().size());
  }

  @Test
  void namesItsGroupsAsTheContractDoes() {
    assertEquals("discord:5", new GroupKey(GroupKey.Kind.CHANNEL, 5).groupId());
    assertEquals("discord:guild:5", new GroupKey(GroupKey.Kind.GUILD, 5).groupId());
    assertEquals("discord:shard:5", new GroupKey(GroupKey.Kind.SHARD, 5).groupId());
  }
}
