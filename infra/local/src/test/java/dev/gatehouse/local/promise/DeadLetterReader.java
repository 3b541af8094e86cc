package dev.gatehouse.local.promise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Looks into a dead-letter queue. */
final class DeadLetterReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeadLetterReader() {}

  /** The bodies there that hold the text; all are there for others afterwards. */
  static List<String> in(Stack stack, String queue, String text) {
    ObjectNode request =
        JSON.createObjectNode()
            .put("QueueUrl", stack.queue(queue))
            .put("MaxNumberOfMessages", 10)
            .put("VisibilityTimeout", 0);
    return stack
        .sqs("ReceiveMessage", request)
        .path("Messages")
        .valueStream()
        .map(message -> message.path("Body").asText())
        .filter(body -> body.contains(text))
        .toList();
  }
}
