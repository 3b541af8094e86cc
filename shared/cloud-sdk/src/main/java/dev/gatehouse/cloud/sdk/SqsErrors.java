package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SqsFailures;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Turns the SDK's exceptions into the port's; each message names the queue. */
final class SqsErrors {
  private SqsErrors() {}

  static <T> T mapped(String queue, Supplier<T> call) {
    try {
      return call.get();
    } catch (SqsException e) {
      String message = String.valueOf(e.getMessage());
      throw SqsFailures.of(queue, e.statusCode(), SdkSummary.code(e), message, e);
    } catch (SdkException e) {
      String name = "queue " + queue + ": ";
      throw new QueueUnavailableException(name + e.getMessage(), name + SdkSummary.of(e), true, e);
    }
  }
}
