package dev.gatehouse.local.promise;

import dev.gatehouse.cloud.queue.QueueDeliveries;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Looks into a dead-letter queue. */
final class DeadLetterReader {
  private DeadLetterReader() {}

  /** The bodies there that hold the text; all are there for others afterwards. */
  static List<String> in(Stack stack, String queue, String text) {
    return look(stack, queue).map(Message::body).filter(body -> body.contains(text)).toList();
  }

  /** Why those that are there are dead letters, one text. */
  static String reasons(Stack stack, String queue) {
    return look(stack, queue)
        .map(message -> message.messageAttributes().get(QueueDeliveries.REASON))
        .filter(Objects::nonNull)
        .map(MessageAttributeValue::stringValue)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Message> look(Stack stack, String queue) {
    String url = stack.queue(queue);
    return stack
        .sqs()
        .receiveMessage(receive ->
            receive
                .queueUrl(url)
                .maxNumberOfMessages(10)
                .visibilityTimeout(0)
                .messageAttributeNames(QueueDeliveries.REASON))
        .messages()
        .stream();
  }
}
