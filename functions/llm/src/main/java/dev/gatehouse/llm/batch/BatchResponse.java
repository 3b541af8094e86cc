package dev.gatehouse.llm.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes which messages of a batch failed, as {@code ReportBatchItemFailures} wants it. */
public final class BatchResponse {
  private static final JsonFactory JSON = new JsonFactory();

  private BatchResponse() {}

  /** Writes the response; an empty list says that all went well. */
  public static void write(List<String> failedMessageIds, OutputStream to) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(to)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (String id : failedMessageIds) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", id);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
