package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.ToLongFunction;

/** Writes a wrapped number as the number. */
final class NumberSerializer<T> extends StdSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient ToLongFunction<T> number;

  NumberSerializer(Class<T> type, ToLongFunction<T> number) {
    super(type);
    this.number = number;
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeNumber(number.applyAsLong(value));
  }
}
