package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawBatch;
import dev.gatehouse.cloud.sqs.RawEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A queue that answers by a rule and keeps what it took. */
final class ScriptedSender implements BatchSender {
  private final List<RawEntry> taken = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();
  private Function<RawEntry, SendOutcome> rule = entry -> new SendOutcome.Sent("id");
  private Predicate<RawEntry> poison = entry -> false;
  private Predicate<RawEntry> defect = entry -> false;
  private boolean down;
  private boolean held;

  synchronized ScriptedSender answering(Function<RawEntry, SendOutcome> rule) {
    this.rule = rule;
    return this;
  }

  /** Refuses each call that holds such an entry, as a whole. */
  synchronized void poisonedBy(Predicate<RawEntry> poison) {
    this.poison = poison;
  }

  /** Fails for a defect of ours at each call that holds such an entry. */
  synchronized void defectFor(Predicate<RawEntry> defect) {
    this.defect = defect;
  }

  synchronized void down(boolean now) {
    down = now;
  }

  /** Keeps every call waiting until it is let go. */
  synchronized void hold(boolean now) {
    held = now;
    notifyAll();
  }

  synchronized List<RawEntry> taken() {
    return List.copyOf(taken);
  }

  synchronized List<Integer> batches() {
    return List.copyOf(batches);
  }

  /** The number in the session that an entry's deduplication id ends with. */
  static long sequence(RawEntry entry) {
    String id = entry.deduplicationId();
    return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
  }

  /** Whether a claim check stands in the payload's place. */
  static boolean isClaim(RawEntry entry) {
    return new String(entry.body(), StandardCharsets.UTF_8).contains("\"claim\":");
  }

  @Override
  public synchronized List<SendOutcome> sendBatch(RawBatch batch) {
    List<RawEntry> entries = batch.entries();
    batches.add(entries.size());
    awaitRelease();
    if (down) {
      throw new QueueUnavailableException("down", null);
    }
    if (entries.stream().anyMatch(defect)) {
      throw new IllegalStateException("a defect, with the content of a message");
    }
    if (entries.stream().anyMatch(poison)) {
      throw new QueueRejectedException("SerializationException", null);
    }
    return entries.stream().map(this::answer).toList();
  }

  private SendOutcome answer(RawEntry entry) {
    SendOutcome outcome = rule.apply(entry);
    if (outcome instanceof SendOutcome.Sent) {
      taken.add(entry);
    }
    return outcome;
  }

  private void awaitRelease() {
    try {
      while (held) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueueUnavailableException("interrupted", e);
    }
  }
}
