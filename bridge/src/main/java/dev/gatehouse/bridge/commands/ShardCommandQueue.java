package dev.gatehouse.bridge.commands;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Commands that wait for a shard's thread to send them. Bounded: what does not fit stays on the
 * queue. Filled by any thread, emptied by the shard's own.
 */
public final class ShardCommandQueue {
  private static final int MOST_WAITING = 64;

  private final ArrayBlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final SendBudget budget = new SendBudget();

  /**
   * A command and who is to hear that it was sent.
   *
   * @param id of the command
   * @param payload at most 4096 bytes of JSON
   */
  public record Waiting(String id, byte[] payload, Runnable onSent) {}

  /** Leaves a command; false when there is no room, or it waits here already. */
  boolean offer(Waiting command) {
    return waiting.stream().noneMatch(other -> other.id().equals(command.id()))
        && waiting.offer(command);
  }

  /** The budget that the session's own payloads count against as well. */
  public SendBudget budget() {
    return budget;
  }

  /** The next command that may be sent now, if there is one. */
  public @Nullable Waiting poll(Instant now) {
    return waiting.isEmpty() || !budget.take(now) ? null : waiting.poll();
  }
}
