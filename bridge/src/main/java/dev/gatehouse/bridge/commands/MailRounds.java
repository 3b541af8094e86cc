package dev.gatehouse.bridge.commands;

import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after letters of other processes, often while those run shards, else seldom: each look
 * costs a read.
 */
final class MailRounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofSeconds(10);

  private final Deliveries deliveries;
  private final Supplier<Map<Shard, CommandSlot>> slots;
  private final Thread thread;
  private volatile boolean closing;

  private MailRounds(Deliveries deliveries, Supplier<Map<Shard, CommandSlot>> slots) {
    this.deliveries = deliveries;
    this.slots = slots;
    this.thread = Thread.ofVirtual().name("mail").unstarted(this::run);
  }

  static MailRounds start(Deliveries deliveries, Supplier<Map<Shard, CommandSlot>> slots) {
    MailRounds rounds = new MailRounds(deliveries, slots);
    rounds.thread.start();
    return rounds;
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }

  private void run() {
    try {
      while (!closing) {
        Map<Shard, CommandSlot> here = slots.get();
        if (!here.isEmpty()) {
          collect();
        }
        Thread.sleep(runsAll(here) ? SELDOM : OFTEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void collect() {
    try {
      deliveries.collect();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("a defect kept commands of others from being taken");
    }
  }

  private static boolean runsAll(Map<Shard, CommandSlot> here) {
    return here.keySet().stream().anyMatch(shard -> shard.count() == here.size());
  }
}
