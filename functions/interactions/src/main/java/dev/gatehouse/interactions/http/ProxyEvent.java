package dev.gatehouse.interactions.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a proxy event: payload v2, and v1 with its multi-value headers, since both reach the same
 * function behind a REST API or a load balancer.
 */
public final class ProxyEvent {
  private final JsonParser json;
  private final Map<String, String> headers = new HashMap<>();
  private String body = "";
  private boolean base64;
  private @Nullable Instant arrival;

  private ProxyEvent(JsonParser json) {
    this.json = json;
  }

  /** Reads the event from the stream and closes it. */
  public static WebhookRequest read(InputStream input, JsonFactory factory)
      throws IOException, MalformedRequestException {
    try (JsonParser json = factory.createParser(input)) {
      return new ProxyEvent(json).request();
    } catch (JsonProcessingException | CharConversionException e) {
      throw new MalformedRequestException("event: is not a JSON object of API Gateway");
    }
  }

  private WebhookRequest request() throws IOException, MalformedRequestException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedRequestException("event: is not a JSON object of API Gateway");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      readField(name, json.nextToken());
    }
    return new WebhookRequest(headers, bytes(), arrival);
  }

  private void readField(String name, JsonToken token)
      throws IOException, MalformedRequestException {
    switch (name) {
      case "headers", "multiValueHeaders" -> readHeaders(token);
      case "body" -> body = text(token);
      case "isBase64Encoded" -> base64 = flag(token);
      case "requestContext" -> readContext(token);
      default -> json.skipChildren();
    }
  }

  private String text(JsonToken token) throws IOException, MalformedRequestException {
    return switch (token) {
      case VALUE_STRING -> json.getText();
      case VALUE_NULL -> "";
      default -> throw new MalformedRequestException("body: must be a string or null");
    };
  }

  private static boolean flag(JsonToken token) throws MalformedRequestException {
    return switch (token) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE, VALUE_NULL -> false;
      default -> throw new MalformedRequestException("isBase64Encoded: must be true or false");
    };
  }

  /** Milliseconds, under one name in payload v2 and another in v1; odd ones count as absent. */
  private void readContext(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      boolean isTime = name.equals("timeEpoch") || name.equals("requestTimeEpoch");
      if (json.nextToken() == JsonToken.VALUE_NUMBER_INT
          && isTime
          && json.getNumberType() != NumberType.BIG_INTEGER) {
        arrival = Instant.ofEpochMilli(json.getLongValue());
      } else {
        json.skipChildren();
      }
    }
  }

  private void readHeaders(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName().toLowerCase(Locale.ROOT);
      readHeaderValue(name, json.nextToken());
    }
  }

  private void readHeaderValue(String name, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      headers.putIfAbsent(name, json.getText());
    } else if (token == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        readHeaderValue(name, json.currentToken());
      }
    } else {
      json.skipChildren();
    }
  }

  private byte[] bytes() throws MalformedRequestException {
    if (!base64) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new MalformedRequestException("body: is marked as base64 and is not");
    }
  }
}
