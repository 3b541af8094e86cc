package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a value as what it prints: a snowflake as digits, a secret as redacted. */
final class TextSerializer<T> extends StdSerializer<T> {
  private static final long serialVersionUID = 1L;

  TextSerializer(Class<T> type) {
    super(type);
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeString(value.toString());
  }
}
