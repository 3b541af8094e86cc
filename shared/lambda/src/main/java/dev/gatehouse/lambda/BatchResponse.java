package dev.gatehouse.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes which records the queue is to offer again, as {@code ReportBatchItemFailures} wants it (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">batch
 * item failures</a>).
 */
public final class BatchResponse {
  private static final JsonFactory JSON = new JsonFactory();

  private BatchResponse() {}

  /** Writes the response; an empty list says that all went well. */
  public static void write(List<SqsRecord> failed, OutputStream to) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(to)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (SqsRecord record : failed) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", record.messageId());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
