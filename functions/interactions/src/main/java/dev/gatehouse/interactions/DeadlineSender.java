package dev.gatehouse.interactions;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.contracts.retry.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Sends a message until it is durable, or the time is over in which that helps. Each attempt has
 * the same deduplication id, so that one whose answer was lost is not taken twice, and each further
 * one a connection of its own.
 */
final class DeadlineSender {
  /** What became of a message. */
  sealed interface Result {
    /** It is on the queue. */
    record Taken() implements Result {}

    /**
     * It is certain that it is not on the queue.
     *
     * @param mayPass whether the same may be taken later
     */
    record Refused(String why, boolean mayPass) implements Result {}

    /** Nobody knows: at least one attempt was sent, and no answer says what became of it. */
    record Unknown(String why) implements Result {}
  }

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void of(Duration length) throws InterruptedException;
  }

  private final QueueSender queue;
  private final Runnable freshConnection;
  private final Duration attempt;
  private final Backoff backoff;
  private final Pause pause;
  private final LongSupplier nanos;

  /**
   * A sender to that queue.
   *
   * @param freshConnection has the next call open a connection of its own
   * @param attempt the longest that one call takes
   * @param nanos a monotonic clock
   */
  DeadlineSender(
      QueueSender queue,
      Runnable freshConnection,
      Duration attempt,
      Backoff backoff,
      Pause pause,
      LongSupplier nanos) {
    this.queue = queue;
    this.freshConnection = freshConnection;
    this.attempt = attempt;
    this.backoff = backoff;
    this.pause = pause;
    this.nanos = nanos;
  }

  /**
   * Sends it: once in any case, and again as long as a whole attempt fits into the time.
   *
   * @param within from now on
   */
  Result send(OutgoingMessage message, Duration within) {
    long end = nanos.getAsLong() + within.toNanos();
    boolean mayBeTaken = false;
    for (int tries = 1; ; tries++) {
      Result result = attempt(message);
      if (result instanceof Result.Taken) {
        return result;
      }
      mayBeTaken |= result instanceof Result.Unknown;
      if (isFinal(result) || !waited(backoff.after(tries), end)) {
        return mayBeTaken ? new Result.Unknown(why(result)) : result;
      }
      freshConnection.run();
    }
  }

  private Result attempt(OutgoingMessage message) {
    try {
      return switch (queue.sendBatch(List.of(message)).getFirst()) {
        case SendOutcome.Sent _ -> new Result.Taken();
        case SendOutcome.Refused refused when refused.mayBeTaken() ->
            new Result.Unknown(refused.reason());
        case SendOutcome.Refused(String code, String reason, boolean senderFault) ->
            new Result.Refused(code + ": " + reason, !senderFault);
      };
    } catch (QueueRejectedException e) {
      return new Result.Refused(String.valueOf(e.getMessage()), false);
    } catch (QueueUnavailableException e) {
      String why = String.valueOf(e.getMessage());
      return e.mayBeTaken() ? new Result.Unknown(why) : new Result.Refused(why, true);
    }
  }

  private static boolean isFinal(Result result) {
    return result instanceof Result.Refused refused && !refused.mayPass();
  }

  private static String why(Result result) {
    return switch (result) {
      case Result.Taken _ -> "";
      case Result.Refused(String why, boolean _) -> why;
      case Result.Unknown(String why) -> why;
    };
  }

  /** Whether there is time for another attempt, after the wait. */
  private boolean waited(Duration wait, long end) {
    if (end - nanos.getAsLong() < wait.plus(attempt).toNanos()) {
      return false;
    }
    try {
      pause.of(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
