package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.SendOutcome;
import java.util.List;

/** Puts batches on one FIFO queue. Called by several threads. */
@FunctionalInterface
public interface BatchSender {
  /**
   * Sends up to 10 entries, of different groups, in one call.
   *
   * @return one outcome for each entry, in order
   * @throws dev.gatehouse.cloud.queue.QueueUnavailableException when the call failed as a whole
   */
  List<SendOutcome> send(List<Entry> batch);
}
