package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueDeliveries;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The deliveries of a FIFO queue, and its FIFO dead-letter queue, through the SDK. */
final class SdkDeliveries implements QueueDeliveries {
  private final SqsClient sqs;
  private final String queue;
  private final String deadLetters;

  SdkDeliveries(SqsClient sqs, URI queue, URI deadLetters) {
    this.sqs = sqs;
    this.queue = queue.toString();
    this.deadLetters = deadLetters.toString();
  }

  @Override
  public void changeVisibility(String receipt, Duration wait) {
    SqsErrors.mapped(
        queue,
        () ->
            sqs.changeMessageVisibility(request ->
                request
                    .queueUrl(queue)
                    .receiptHandle(receipt)
                    .visibilityTimeout(Math.toIntExact(wait.toSeconds()))));
  }

  @Override
  public void sendToDeadLetters(OutgoingMessage message, String reason) {
    MessageAttributeValue why =
        MessageAttributeValue.builder().dataType("String").stringValue(reason).build();
    SqsErrors.mapped(
        deadLetters,
        () ->
            sqs.sendMessage(request ->
                request
                    .queueUrl(deadLetters)
                    .messageGroupId(message.groupId())
                    .messageDeduplicationId(message.deduplicationId())
                    .messageBody(message.body())
                    .messageAttributes(Map.of(REASON, why))));
  }
}
