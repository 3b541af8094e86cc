package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.ThrottlingCodes;

/**
 * The error that SQS answered a whole call with.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-json-api-responses.html">AWS
 *     JSON protocol responses</a>
 */
final class ServiceError {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;

  private final int status;
  private String code;
  private String message = "no reason was given";

  private ServiceError(int status) {
    this.status = status;
    this.code = "HTTP " + status;
  }

  static QueueUnavailableException of(String queue, HttpResponse response) {
    ServiceError error = new ServiceError(response.status());
    try {
      error.read(new JsonReader(response.buffer(), response.offset(), response.length()));
    } catch (IllegalArgumentException e) {
      // A proxy's page, say: then the status is all there is.
    }
    return error.toException(queue);
  }

  private void read(JsonReader json) {
    json.enter('{');
    while (json.hasMore('}')) {
      switch (json.name()) {
        case "__type" -> code = withoutNamespace(json.string());
        case "message", "Message" -> message = json.string();
        default -> json.skip();
      }
    }
  }

  private QueueUnavailableException toException(String queue) {
    String text = "queue " + queue + ": " + code + ": " + message;
    return isThrottling()
        ? new QueueThrottledException(text, null)
        : new QueueUnavailableException(text, null);
  }

  private boolean isThrottling() {
    return status == TOO_MANY_REQUESTS
        || status == SERVICE_UNAVAILABLE
        || ThrottlingCodes.contains(code);
  }

  private static String withoutNamespace(String type) {
    return type.substring(type.indexOf('#') + 1);
  }
}
