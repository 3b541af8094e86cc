package dev.gatehouse.local.promise;

import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** Looks into a dead-letter queue. */
final class DeadLetterReader {
  private DeadLetterReader() {}

  /** The bodies there that hold the text; all are there for others afterwards. */
  static List<String> in(Stack stack, String queue, String text) {
    String url = stack.queue(queue);
    return stack
        .sqs()
        .receiveMessage(
            receive -> receive.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(0))
        .messages()
        .stream()
        .map(Message::body)
        .filter(body -> body.contains(text))
        .toList();
  }
}
