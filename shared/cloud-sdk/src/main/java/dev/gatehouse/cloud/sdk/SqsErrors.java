package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.RejectionCodes;
import dev.gatehouse.cloud.queue.ThrottlingCodes;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Turns the SDK's exceptions into the port's; each message names the queue. */
final class SqsErrors {
  private static final int SERVICE_UNAVAILABLE = 503;

  private SqsErrors() {}

  static <T> T mapped(String queue, Supplier<T> call) {
    try {
      return call.get();
    } catch (SqsException e) {
      throw mapped(queue, e);
    } catch (SdkException e) {
      throw new QueueUnavailableException("queue " + queue + ": " + e.getMessage(), e);
    }
  }

  private static QueueUnavailableException mapped(String queue, SqsException e) {
    String text = describe(queue, e);
    if (isThrottling(e)) {
      return new QueueThrottledException(text, e);
    }
    return RejectionCodes.contains(code(e))
        ? new QueueRejectedException(text, e)
        : new QueueUnavailableException(text, e);
  }

  private static boolean isThrottling(SqsException e) {
    return e.isThrottlingException()
        || e.statusCode() == SERVICE_UNAVAILABLE
        || ThrottlingCodes.contains(code(e));
  }

  private static String describe(String queue, SqsException e) {
    return "queue " + queue + ": " + code(e) + ": " + e.getMessage();
  }

  private static String code(SqsException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return details == null || details.errorCode() == null
        ? "HTTP " + e.statusCode()
        : details.errorCode();
  }
}
