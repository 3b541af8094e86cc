package dev.gatehouse.cloud.queue;

/**
 * The error codes by which SQS asks for fewer calls.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">Common
 *     errors</a>
 */
public final class ThrottlingCodes {
  private ThrottlingCodes() {}

  /** Whether a call, or one entry of a batch, that failed with this code is throttled. */
  public static boolean contains(String code) {
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
}
