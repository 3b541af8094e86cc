package dev.gatehouse.conversation.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.contracts.InvalidFieldException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads SQS events and writes partial batch responses. */
public final class QueueEvents {
  private final ObjectMapper json;

  public QueueEvents(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Reads an event.
   *
   * @throws InvalidFieldException naming what is missing
   */
  public List<QueueRecord> read(InputStream event) throws IOException {
    JsonNode records = json.readTree(event).path("Records");
    if (!records.isArray()) {
      throw new InvalidFieldException("Records", "must be an array; this is no SQS event");
    }
    List<QueueRecord> read = new ArrayList<>();
    for (JsonNode record : records) {
      read.add(record(record));
    }
    return read;
  }

  /**
   * Writes which records are to be delivered again (<a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">batch
   * item failures</a>).
   */
  public void write(List<QueueRecord> failed, OutputStream response) throws IOException {
    ObjectNode answer = json.createObjectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    failed.forEach(record -> failures.addObject().put("itemIdentifier", record.messageId()));
    json.writeValue(response, answer);
  }

  /** Outside a FIFO queue each record is a group of its own. */
  private static QueueRecord record(JsonNode record) {
    String messageId = required(record, "messageId");
    JsonNode attributes = record.path("attributes");
    return new QueueRecord(
        messageId,
        attributes.path("MessageGroupId").asText(messageId),
        attributes.path("ApproximateReceiveCount").asInt(1),
        required(record, "body"));
  }

  private static String required(JsonNode record, String field) {
    JsonNode value = record.path(field);
    if (!value.isTextual()) {
      throw new InvalidFieldException("Records[]." + field, "must be a string");
    }
    return value.textValue();
  }
}
