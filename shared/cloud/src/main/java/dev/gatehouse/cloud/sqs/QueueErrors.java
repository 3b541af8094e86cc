package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.RejectionCodes;
import dev.gatehouse.cloud.queue.ThrottlingCodes;

/** Turns the error of a whole call into the port's exception, which names the queue. */
final class QueueErrors {
  private static final int CONTENT_TOO_LARGE = 413;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;

  private QueueErrors() {}

  static QueueUnavailableException of(String queue, ServiceError error) {
    String text = "queue " + queue + ": " + error;
    String summary = "queue " + queue + ": " + error.code();
    if (isThrottling(error)) {
      return new QueueThrottledException(text, summary, null);
    }
    return isRejection(error)
        ? new QueueRejectedException(text, summary, null)
        : new QueueUnavailableException(text, summary, null);
  }

  private static boolean isRejection(ServiceError error) {
    return error.status() == CONTENT_TOO_LARGE || RejectionCodes.contains(error.code());
  }

  private static boolean isThrottling(ServiceError error) {
    return error.status() == TOO_MANY_REQUESTS
        || error.status() == SERVICE_UNAVAILABLE
        || ThrottlingCodes.contains(error.code());
  }
}
