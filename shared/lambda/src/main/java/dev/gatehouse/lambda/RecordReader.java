package dev.gatehouse.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.contracts.InvalidFieldException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one record of an event; fields that nothing here needs are skipped. */
final class RecordReader {
  private final JsonParser json;
  private @Nullable String messageId;
  private @Nullable String groupId;
  private @Nullable String receipt;
  private @Nullable String body;
  private int receiveCount = 1;

  private RecordReader(JsonParser json) {
    this.json = json;
  }

  /** Reads from the record's opening brace to its closing one. */
  static SqsRecord read(JsonParser json) throws IOException {
    RecordReader reader = new RecordReader(json);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      reader.field(json.currentName(), json.nextToken());
    }
    return reader.record();
  }

  private void field(String name, JsonToken value) throws IOException {
    switch (name) {
      case "messageId" -> messageId = text();
      case "receiptHandle" -> receipt = text();
      case "body" -> body = text();
      case "attributes" -> attributes(value);
      default -> json.skipChildren();
    }
  }

  private void attributes(JsonToken value) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      throw new InvalidFieldException("Records[].attributes", "must be an object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "MessageGroupId" -> groupId = text();
        case "ApproximateReceiveCount" -> receiveCount = json.getValueAsInt(1);
        default -> json.skipChildren();
      }
    }
  }

  /** The string at hand; null when it is another value, which is skipped. */
  private @Nullable String text() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  private SqsRecord record() {
    String id = required(messageId, "messageId");
    String content = required(body, "body");
    String delivery = required(receipt, "receiptHandle");
    return new SqsRecord(id, groupId == null ? id : groupId, delivery, receiveCount, content);
  }

  private static String required(@Nullable String value, String field) {
    if (value == null) {
      throw new InvalidFieldException("Records[]." + field, "must be a string");
    }
    return value;
  }
}
