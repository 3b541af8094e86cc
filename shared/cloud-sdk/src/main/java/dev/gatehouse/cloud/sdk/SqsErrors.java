package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.RejectionCodes;
import dev.gatehouse.cloud.queue.ThrottlingCodes;
import java.util.function.Supplier;
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
      String name = "queue " + queue + ": ";
      throw new QueueUnavailableException(name + e.getMessage(), name + SdkSummary.of(e), e);
    }
  }

  private static QueueUnavailableException mapped(String queue, SqsException e) {
    String summary = "queue " + queue + ": " + SdkSummary.code(e);
    String text = summary + ": " + e.getMessage();
    if (isThrottling(e)) {
      return new QueueThrottledException(text, summary, e);
    }
    return RejectionCodes.contains(SdkSummary.code(e))
        ? new QueueRejectedException(text, summary, e)
        : new QueueUnavailableException(text, summary, e);
  }

  private static boolean isThrottling(SqsException e) {
    return e.isThrottlingException()
        || e.statusCode() == SERVICE_UNAVAILABLE
        || ThrottlingCodes.contains(SdkSummary.code(e));
  }
}
