package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.format.DateTimeParseException;

/** Reads a value from its text; a number is taken by its digits. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient Parser<T> parser;

  TextDeserializer(Class<T> type, Parser<T> parser) {
    super(type);
    this.parser = parser;
  }

  /** Makes a value from text, or throws an IllegalArgumentException or DateTimeException. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text);
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String text = json.getValueAsString();
    if (text == null) {
      context.reportInputMismatch(this, "text expected");
      throw new AssertionError("unreachable");
    }
    try {
      return parser.parse(text);
    } catch (DateTimeParseException e) {
      throw JsonMappingException.from(
          json, "", new IllegalArgumentException("must be ISO 8601", e));
    } catch (IllegalArgumentException e) {
      throw JsonMappingException.from(json, "", e);
    }
  }
}
