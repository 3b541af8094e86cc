package dev.gatehouse.llm.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the event that SQS calls a function with (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda</a>). Fields that
 * nothing here needs are skipped.
 */
public final class SqsEventReader {
  private static final JsonFactory JSON = new JsonFactory();

  private SqsEventReader() {}

  /**
   * The records of the event, in order.
   *
   * @throws IOException when it is not JSON, or not an event of SQS
   */
  public static List<SqsRecord> read(InputStream event) throws IOException {
    try (JsonParser json = JSON.createParser(event)) {
      expect(json.nextToken(), JsonToken.START_OBJECT, "the event must be a JSON object");
      List<SqsRecord> records = new ArrayList<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("Records")) {
          expect(value, JsonToken.START_ARRAY, "Records must be an array");
          readRecords(json, records);
        } else {
          json.skipChildren();
        }
      }
      return records;
    }
  }

  private static void readRecords(JsonParser json, List<SqsRecord> to) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken(), JsonToken.START_OBJECT, "a record must be an object");
      to.add(readRecord(json));
    }
  }

  private static SqsRecord readRecord(JsonParser json) throws IOException {
    String messageId = "";
    String body = "";
    Attributes attributes = new Attributes("", 1);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "messageId" -> messageId = json.getText();
        case "body" -> body = json.getText();
        case "attributes" -> attributes = readAttributes(json);
        default -> json.skipChildren();
      }
    }
    if (messageId.isEmpty()) {
      throw new IOException("Records: a record has no messageId, so this is no event of SQS");
    }
    return new SqsRecord(messageId, attributes.groupId, attributes.receiveCount, body);
  }

  private static Attributes readAttributes(JsonParser json) throws IOException {
    String groupId = "";
    int receiveCount = 1;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "MessageGroupId" -> groupId = json.getText();
        case "ApproximateReceiveCount" -> receiveCount = json.getValueAsInt(1);
        default -> json.skipChildren();
      }
    }
    return new Attributes(groupId, receiveCount);
  }

  private static void expect(JsonToken is, JsonToken should, String otherwise) throws IOException {
    if (is != should) {
      throw new IOException(otherwise);
    }
  }

  private record Attributes(String groupId, int receiveCount) {}
}
