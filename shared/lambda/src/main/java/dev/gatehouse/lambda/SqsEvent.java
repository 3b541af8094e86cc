package dev.gatehouse.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.contracts.InvalidFieldException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event that SQS calls a function with (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">shape</a>), on Jackson's
 * streaming parser alone, so that a cold start stays short.
 */
public final class SqsEvent {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String RECORDS = "Records";

  private SqsEvent() {}

  /**
   * The records of the event, in order.
   *
   * @throws InvalidFieldException naming what is missing or wrong, when it is no event of SQS
   * @throws IOException when it is not JSON
   */
  public static List<SqsRecord> read(InputStream event) throws IOException {
    try (JsonParser json = JSON.createParser(event)) {
      List<SqsRecord> records = json.nextToken() == JsonToken.START_OBJECT ? find(json) : null;
      if (records == null) {
        throw new InvalidFieldException(RECORDS, "must be an array; this is no SQS event");
      }
      return records;
    }
  }

  /** Reads on to the end, so that an event that breaks off is not taken for a whole one. */
  private static @Nullable List<SqsRecord> find(JsonParser json) throws IOException {
    List<SqsRecord> found = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean records = json.currentName().equals(RECORDS);
      if (json.nextToken() == JsonToken.START_ARRAY && records) {
        found = records(json);
      } else {
        json.skipChildren();
      }
    }
    return found;
  }

  private static List<SqsRecord> records(JsonParser json) throws IOException {
    List<SqsRecord> records = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw new InvalidFieldException(RECORDS + "[]", "must be an object");
      }
      records.add(RecordReader.read(json));
    }
    return records;
  }
}
