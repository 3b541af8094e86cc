package dev.gatehouse.cloud.queue;

import org.jspecify.annotations.Nullable;

/**
 * What an error that SQS answers a whole call with means to who made the call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html#API_SendMessageBatch_Errors">SendMessageBatch,
 *     errors</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">Common
 *     errors</a>
 */
public final class SqsFailures {
  private static final int CONTENT_TOO_LARGE = 413;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int SERVICE_UNAVAILABLE = 503;

  private SqsFailures() {}

  /**
   * The exception for an error, which names the queue.
   *
   * @param status of HTTP
   * @param message what SQS says of it
   */
  public static QueueUnavailableException of(
      String queue, int status, String code, String message, @Nullable Throwable cause) {
    String summary = "queue " + queue + ": " + code;
    String text = summary + ": " + message;
    boolean mayBeTaken = status >= SERVER_ERROR;
    if (status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE || isThrottling(code)) {
      return new QueueThrottledException(text, summary, mayBeTaken, cause);
    }
    return status == CONTENT_TOO_LARGE || isRejection(code)
        ? new QueueRejectedException(text, summary, cause)
        : new QueueUnavailableException(text, summary, mayBeTaken, cause);
  }

  private static boolean isThrottling(String code) {
    return switch (code) {
      case "RequestThrottled",
          "RequestThrottledException",
          "RequestLimitExceeded",
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "TooManyRequestsException",
          "KmsThrottled",
          "KMS.ThrottlingException",
          "OverLimit",
          "ServiceUnavailable",
          "ServiceUnavailableException",
          "SlowDown" ->
          true;
      default -> false;
    };
  }

  /** Whether the same call would be refused again, however often it is made. */
  private static boolean isRejection(String code) {
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
