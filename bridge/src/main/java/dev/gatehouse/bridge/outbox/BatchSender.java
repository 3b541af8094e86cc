package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawBatch;
import java.util.List;

/** Puts batches on one FIFO queue. Called by several threads. */
@FunctionalInterface
public interface BatchSender {
  /**
   * Sends a batch, whose entries are of different groups, in one call.
   *
   * @return one outcome for each entry, in order
   * @throws dev.gatehouse.cloud.queue.QueueUnavailableException when the call failed as a whole
   */
  List<SendOutcome> sendBatch(RawBatch batch);
}
