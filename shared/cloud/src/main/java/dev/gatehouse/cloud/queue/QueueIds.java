package dev.gatehouse.cloud.queue;

/**
 * What SQS takes as a group id and as a deduplication id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatchRequestEntry.html">SendMessageBatchRequestEntry</a>
 */
public final class QueueIds {
  private static final int LONGEST = 128;

  private QueueIds() {}

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException that names the field
   */
  public static void check(String field, String id) {
    if (id.isEmpty() || id.length() > LONGEST) {
      throw new IllegalArgumentException(
          field + ": must have 1 to " + LONGEST + " characters, has " + id.length());
    }
  }
}
