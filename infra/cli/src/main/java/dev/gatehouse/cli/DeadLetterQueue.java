package dev.gatehouse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.cloud.queue.QueueDeliveries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The dead-letter queue of one FIFO queue. While messages of a group are out, SQS gives out no
 * later one of that group, so one look shows at most the first ten of each group.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html">FIFO
 *     delivery logic</a>
 */
final class DeadLetterQueue {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 10;
  private static final int HELD_SECONDS = 120;

  private final SqsClient sqs;
  private final String source;
  private final String url;

  private DeadLetterQueue(SqsClient sqs, String source, String url) {
    this.sqs = sqs;
    this.source = source;
    this.url = url;
  }

  /**
   * Finds the dead-letter queue by the redrive policy of the queue at {@code source}.
   *
   * @throws IllegalStateException when the queue has none
   */
  static DeadLetterQueue of(SqsClient sqs, String source) {
    String policy = attribute(sqs, source, QueueAttributeName.REDRIVE_POLICY);
    if (policy.isEmpty()) {
      throw new IllegalStateException(source + " has no redrive policy, so no dead-letter queue");
    }
    String name = nameOfTarget(policy);
    return new DeadLetterQueue(
        sqs, source, sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
  }

  /** About how many messages it holds. */
  int size() {
    return Integer.parseInt(attribute(sqs, url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  /** The first messages of each group, in order; all of them are there for others afterwards. */
  List<DeadLetter> look() {
    List<DeadLetter> seen = new ArrayList<>();
    try {
      for (List<DeadLetter> batch = receive(); !batch.isEmpty(); batch = receive()) {
        seen.addAll(batch);
      }
    } finally {
      // The last first, so that nobody is given a later message before an earlier one.
      seen.reversed().forEach(this::release);
    }
    return List.copyOf(seen);
  }

  /**
   * Sends back what is there now, each group in its order. A message is deleted only after it was
   * sent. Its deduplication id is made from its own id: new to the queue, which may remember the
   * first one, and the same when an interrupted run is repeated.
   *
   * @param sent hears of each
   */
  void redrive(Consumer<DeadLetter> sent) {
    int left = size();
    while (left > 0) {
      List<DeadLetter> batch = receive();
      if (batch.isEmpty()) {
        return;
      }
      sendBack(batch, sent);
      left -= batch.size();
    }
  }

  private void sendBack(List<DeadLetter> batch, Consumer<DeadLetter> sent) {
    List<DeadLetter> waiting = new ArrayList<>(batch);
    try {
      while (!waiting.isEmpty()) {
        sendBack(waiting.getFirst());
        sent.accept(waiting.removeFirst());
      }
    } finally {
      waiting.reversed().forEach(this::release);
    }
  }

  private void sendBack(DeadLetter letter) {
    sqs.sendMessage(request ->
        request
            .queueUrl(source)
            .messageGroupId(letter.group())
            .messageDeduplicationId("redrive:" + letter.messageId())
            .messageBody(letter.body()));
    sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(letter.receipt()));
  }

  private void release(DeadLetter letter) {
    sqs.changeMessageVisibility(
        request -> request.queueUrl(url).receiptHandle(letter.receipt()).visibilityTimeout(0));
  }

  private List<DeadLetter> receive() {
    return sqs
        .receiveMessage(request ->
            request
                .queueUrl(url)
                .maxNumberOfMessages(BATCH)
                .visibilityTimeout(HELD_SECONDS)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames(QueueDeliveries.REASON))
        .messages()
        .stream()
        .map(DeadLetterQueue::letter)
        .toList();
  }

  private static DeadLetter letter(Message message) {
    Map<MessageSystemAttributeName, String> of = message.attributes();
    return new DeadLetter(
        message.messageId(),
        of.getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, ""),
        message.receiptHandle(),
        Integer.parseInt(
            of.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")),
        Instant.ofEpochMilli(
            Long.parseLong(of.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))),
        Optional.ofNullable(message.messageAttributes().get(QueueDeliveries.REASON))
            .map(MessageAttributeValue::stringValue),
        message.body());
  }

  private static String attribute(SqsClient sqs, String queue, QueueAttributeName name) {
    return sqs.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(name))
        .attributes()
        .getOrDefault(name, "");
  }

  private static String nameOfTarget(String policy) {
    try {
      String arn = JSON.readTree(policy).path("deadLetterTargetArn").asText();
      return arn.substring(arn.lastIndexOf(':') + 1);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("RedrivePolicy is not JSON", e);
    }
  }
}
