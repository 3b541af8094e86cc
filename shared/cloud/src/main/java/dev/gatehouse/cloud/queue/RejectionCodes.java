package dev.gatehouse.cloud.queue;

/**
 * The error codes by which SQS refuses a whole call for what is in it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html#API_SendMessageBatch_Errors">SendMessageBatch,
 *     errors</a>
 */
public final class RejectionCodes {
  private RejectionCodes() {}

  /** Whether the same call would be refused again, however often it is made. */
  public static boolean contains(String code) {
    return switch (code) {
      case "SerializationException",
          "MalformedInput",
          "InvalidMessageContents",
          "InvalidParameterValue",
          "ValidationError",
          "ValidationException",
          "BatchRequestTooLong" ->
          true;
      default -> false;
    };
  }
}
