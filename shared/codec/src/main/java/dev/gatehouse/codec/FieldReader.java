package dev.gatehouse.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a JSON object into {@link Fields}; the field {@code payload} is kept as raw text. */
final class FieldReader {
  static final JsonFactory JSON = new JsonFactory();

  private static final String PAYLOAD = "payload";
  private static final String BODY = "body";

  private final String text;
  private final JsonParser json;

  private FieldReader(String text, JsonParser json) {
    this.text = text;
    this.json = json;
  }

  static Fields read(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidFieldException(BODY, "must be a JSON object");
      }
      Fields fields = new FieldReader(text, json).object("");
      if (json.nextToken() != null) {
        throw new InvalidFieldException(BODY, "must be one JSON object, with nothing after it");
      }
      return fields;
    } catch (JsonProcessingException e) {
      throw new InvalidFieldException(BODY, "is not JSON: " + reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException("a string reader does not fail", e);
    }
  }

  private Fields object(String path) throws IOException {
    Fields fields = new Fields(path);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (path.isEmpty() && name.equals(PAYLOAD)) {
        fields.put(name, raw());
      } else {
        putValue(fields, name, token);
      }
    }
    return fields;
  }

  private void putValue(Fields fields, String name, JsonToken token) throws IOException {
    switch (token) {
      case VALUE_STRING -> fields.put(name, json.getText());
      case VALUE_NUMBER_INT -> fields.put(name, longValue(fields, name));
      case VALUE_TRUE, VALUE_FALSE -> fields.put(name, json.getBooleanValue());
      case START_OBJECT -> fields.put(name, object(fields.pathOf(name)));
      default -> json.skipChildren();
    }
  }

  private long longValue(Fields fields, String name) throws IOException {
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new InvalidFieldException(fields.pathOf(name), "is too large a number");
    }
    return json.getLongValue();
  }

  private RawJson raw() throws IOException {
    int start = Math.toIntExact(json.currentTokenLocation().getCharOffset());
    json.skipChildren();
    json.finishToken();
    int end = Math.toIntExact(json.currentLocation().getCharOffset());
    return new RawJson(text.substring(start, end).strip());
  }

  /** Where it broke, but not the text around it, which people wrote. */
  private static String reason(JsonProcessingException e) {
    return "it breaks off or goes wrong at character " + e.getLocation().getCharOffset();
  }
}
