package dev.gatehouse.testkit.queue;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What SQS refuses as a whole.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html#API_SendMessageBatch_Errors">SendMessageBatch,
 *     errors</a>
 */
final class SendLimits {
  private SendLimits() {}

  static void check(List<OutgoingMessage> messages) {
    if (messages.isEmpty()) {
      throw refused("EmptyBatchRequest", "the batch holds no message");
    }
    if (messages.size() > QueueSender.MAX_BATCH) {
      throw refused("TooManyEntriesInBatchRequest", "the batch holds " + messages.size());
    }
    long bytes = messages.stream().mapToLong(SendLimits::bytes).sum();
    if (bytes > QueueSender.MAX_BYTES) {
      throw refused("BatchRequestTooLong", "the batch holds " + bytes + " bytes");
    }
  }

  private static long bytes(OutgoingMessage message) {
    return message.body().getBytes(StandardCharsets.UTF_8).length;
  }

  private static QueueUnavailableException refused(String code, String reason) {
    return new QueueUnavailableException(code + ": " + reason, null);
  }
}
