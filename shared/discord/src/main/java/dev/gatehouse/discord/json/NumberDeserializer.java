package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.function.LongFunction;

/** Reads a wrapped number, whatever its value. */
final class NumberDeserializer<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient LongFunction<T> maker;

  NumberDeserializer(Class<T> type, LongFunction<T> maker) {
    super(type);
    this.maker = maker;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return maker.apply(_parseLongPrimitive(json, context));
  }
}
