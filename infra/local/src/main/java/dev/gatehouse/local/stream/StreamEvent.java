package dev.gatehouse.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.template.LocalAccount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * Records of a stream as Lambda hands them to a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">The event's shape</a>
 */
final class StreamEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StreamEvent() {}

  static byte[] toJson(List<Record> records, String streamArn) {
    ObjectNode event = JSON.createObjectNode();
    var array = event.putArray("Records");
    records.forEach(one -> array.add(entry(one, streamArn)));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode entry(Record one, String streamArn) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("eventID", one.eventID()).put("eventName", one.eventNameAsString());
    entry.put("eventVersion", one.eventVersion()).put("eventSource", one.eventSource());
    entry.put("awsRegion", LocalAccount.REGION).put("eventSourceARN", streamArn);
    entry.set("dynamodb", change(one.dynamodb()));
    return entry;
  }

  private static ObjectNode change(StreamRecord record) {
    ObjectNode change = JSON.createObjectNode();
    if (record.approximateCreationDateTime() != null) {
      change.put(
          "ApproximateCreationDateTime", record.approximateCreationDateTime().getEpochSecond());
    }
    change.set("Keys", attributes(record.keys()));
    if (record.hasNewImage()) {
      change.set("NewImage", attributes(record.newImage()));
    }
    if (record.hasOldImage()) {
      change.set("OldImage", attributes(record.oldImage()));
    }
    return change
        .put("SequenceNumber", record.sequenceNumber())
        .put("SizeBytes", record.sizeBytes())
        .put("StreamViewType", record.streamViewTypeAsString());
  }

  private static ObjectNode attributes(Map<String, AttributeValue> values) {
    ObjectNode attributes = JSON.createObjectNode();
    values.forEach((name, value) -> attributes.set(name, attribute(value)));
    return attributes;
  }

  private static JsonNode attribute(AttributeValue value) {
    ObjectNode node = JSON.createObjectNode();
    return switch (value.type()) {
      case S -> node.put("S", value.s());
      case N -> node.put("N", value.n());
      case B -> node.put("B", value.b().asByteArray());
      case BOOL -> node.put("BOOL", value.bool());
      case NUL -> node.put("NULL", true);
      case SS -> node.set("SS", JSON.valueToTree(value.ss()));
      case NS -> node.set("NS", JSON.valueToTree(value.ns()));
      case BS ->
          node.set("BS", JSON.valueToTree(value.bs().stream().map(SdkBytes::asByteArray).toList()));
      case L ->
          node.set("L", JSON.valueToTree(value.l().stream().map(StreamEvent::attribute).toList()));
      case M -> node.set("M", attributes(value.m()));
      case UNKNOWN_TO_SDK_VERSION -> node;
    };
  }
}
