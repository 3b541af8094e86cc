package dev.gatehouse.interactions.http;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A response for API Gateway.
 *
 * @param status an HTTP status code
 * @param body JSON
 */
public record WebhookResponse(int status, String body) {
  /**
   * Writes the proxy response (<a
   * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
   * v2</a>).
   */
  public void writeTo(OutputStream output, JsonFactory factory) throws IOException {
    try (JsonGenerator json = factory.createGenerator(output, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", status);
      json.writeObjectFieldStart("headers");
      json.writeStringField("content-type", "application/json");
      json.writeEndObject();
      json.writeStringField("body", body);
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    }
  }
}
