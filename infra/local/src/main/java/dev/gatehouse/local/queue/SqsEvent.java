package dev.gatehouse.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.template.LocalAccount;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Received messages as Lambda hands them to a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">The event's shape</a>
 */
final class SqsEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SqsEvent() {}

  static byte[] toJson(List<JsonNode> messages, String queueArn) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> records.add(toRecord(message, queueArn)));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode toRecord(JsonNode message, String queueArn) {
    ObjectNode entry = JSON.createObjectNode();
    entry.set("messageId", message.path("MessageId"));
    entry.set("receiptHandle", message.path("ReceiptHandle"));
    entry.set("body", message.path("Body"));
    entry.set("attributes", message.path("Attributes"));
    ObjectNode attributes = entry.putObject("messageAttributes");
    message
        .path("MessageAttributes")
        .properties()
        .forEach(e -> attributes.set(e.getKey(), attribute(e.getValue())));
    entry.set("md5OfBody", message.path("MD5OfBody"));
    entry.put("eventSource", "aws:sqs").put("eventSourceARN", queueArn);
    return entry.put("awsRegion", LocalAccount.REGION);
  }

  private static ObjectNode attribute(JsonNode received) {
    ObjectNode attribute = JSON.createObjectNode();
    received.properties().forEach(e -> attribute.set(lowerFirst(e.getKey()), e.getValue()));
    attribute.putArray("stringListValues");
    attribute.putArray("binaryListValues");
    return attribute;
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
