package dev.gatehouse.local.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.template.LocalAccount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Received messages as Lambda hands them to a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">The event's shape</a>
 */
final class SqsEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SqsEvent() {}

  static byte[] toJson(List<Message> messages, String queueArn) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> records.add(toRecord(message, queueArn)));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode toRecord(Message message, String queueArn) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("messageId", message.messageId()).put("receiptHandle", message.receiptHandle());
    entry.put("body", message.body());
    entry.set("attributes", JSON.valueToTree(message.attributesAsStrings()));
    ObjectNode attributes = entry.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> attributes.set(name, attribute(value)));
    entry.put("md5OfBody", message.md5OfBody());
    entry.put("eventSource", "aws:sqs").put("eventSourceARN", queueArn);
    return entry.put("awsRegion", LocalAccount.REGION);
  }

  private static ObjectNode attribute(MessageAttributeValue received) {
    ObjectNode attribute = JSON.createObjectNode().put("dataType", received.dataType());
    if (received.stringValue() != null) {
      attribute.put("stringValue", received.stringValue());
    }
    if (received.binaryValue() != null) {
      attribute.put("binaryValue", received.binaryValue().asByteArray());
    }
    attribute.putArray("stringListValues");
    attribute.putArray("binaryListValues");
    return attribute;
  }
}
