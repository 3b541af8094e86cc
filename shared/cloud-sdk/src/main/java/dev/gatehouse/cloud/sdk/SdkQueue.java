package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** A FIFO queue through the SDK. Safe for many threads. */
public final class SdkQueue implements QueueSender, QueueReceiver {
  private final SqsClient sqs;
  private final String url;

  SdkQueue(SqsClient sqs, URI url) {
    this.sqs = sqs;
    this.url = url.toString();
  }

  @Override
  public List<SendOutcome> sendBatch(List<OutgoingMessage> messages) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, messages.size()).mapToObj(i -> entry(i, messages.get(i))).toList();
    return SqsErrors.mapped(
        url,
        () ->
            inOrder(
                messages.size(),
                sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries))));
  }

  @Override
  public List<ReceivedMessage> receive(int most, Duration wait) {
    return SqsErrors.mapped(url, () -> receiveMessages(most, wait));
  }

  @Override
  public void delete(ReceivedMessage message) {
    SqsErrors.mapped(
        url,
        () -> sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receipt())));
  }

  private List<ReceivedMessage> receiveMessages(int most, Duration wait) {
    return sqs
        .receiveMessage(request ->
            request
                .queueUrl(url)
                .maxNumberOfMessages(most)
                .waitTimeSeconds(Math.toIntExact(wait.toSeconds()))
                .messageSystemAttributeNames(
                    MessageSystemAttributeName.MESSAGE_GROUP_ID,
                    MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages()
        .stream()
        .map(SdkQueue::received)
        .toList();
  }

  private static ReceivedMessage received(Message message) {
    var attributes = message.attributes();
    return new ReceivedMessage(
        message.messageId(),
        attributes.getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, ""),
        message.receiptHandle(),
        Integer.parseInt(
            attributes.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")),
        message.body());
  }

  private static SendMessageBatchRequestEntry entry(int index, OutgoingMessage message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageGroupId(message.groupId())
        .messageDeduplicationId(message.deduplicationId())
        .messageBody(message.body())
        .build();
  }

  /** The outcomes of a batch, which come in any order, in the order of its entries. */
  private static List<SendOutcome> inOrder(int size, SendMessageBatchResponse response) {
    SendOutcome[] outcomes = new SendOutcome[size];
    Arrays.fill(outcomes, SendOutcome.Refused.UNANSWERED);
    response
        .successful()
        .forEach(sent -> outcomes[index(sent.id())] = new SendOutcome.Sent(sent.messageId()));
    response.failed().forEach(failed -> outcomes[index(failed.id())] = refused(failed));
    return List.of(outcomes);
  }

  private static SendOutcome refused(BatchResultErrorEntry failed) {
    String reason = failed.message() == null ? "no reason was given" : failed.message();
    return new SendOutcome.Refused(failed.code(), reason, failed.senderFault());
  }

  private static int index(String id) {
    return Integer.parseInt(id);
  }
}
