package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A queue that answers by a rule and keeps what it took. */
final class ScriptedSender implements BatchSender {
  private final List<Entry> taken = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();
  private Function<Entry, SendOutcome> rule = entry -> new SendOutcome.Sent("id");
  private Predicate<Entry> poison = entry -> false;
  private boolean down;
  private boolean held;

  synchronized ScriptedSender answering(Function<Entry, SendOutcome> rule) {
    this.rule = rule;
    return this;
  }

  /** Refuses each call that holds such an entry, as a whole. */
  synchronized void poisonedBy(Predicate<Entry> poison) {
    this.poison = poison;
  }

  synchronized void down(boolean now) {
    down = now;
  }

  /** Keeps every call waiting until it is let go. */
  synchronized void hold(boolean now) {
    held = now;
    notifyAll();
  }

  synchronized List<Entry> taken() {
    return List.copyOf(taken);
  }

  synchronized List<Integer> batches() {
    return List.copyOf(batches);
  }

  @Override
  public synchronized List<SendOutcome> send(List<Entry> batch) {
    batches.add(batch.size());
    awaitRelease();
    if (down) {
      throw new QueueUnavailableException("down", null);
    }
    if (batch.stream().mapToLong(Entry::size).sum() > QueueSender.MAX_BYTES) {
      throw new IllegalArgumentException("too large for a batch");
    }
    if (batch.stream().anyMatch(poison)) {
      throw new QueueRejectedException("SerializationException", null);
    }
    return batch.stream().map(this::answer).toList();
  }

  private SendOutcome answer(Entry entry) {
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
