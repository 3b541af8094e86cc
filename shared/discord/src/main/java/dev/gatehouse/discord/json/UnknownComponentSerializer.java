package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.gatehouse.discord.model.UnknownComponent;
import java.io.IOException;

/** Writes an unknown component back as it came. */
final class UnknownComponentSerializer extends StdSerializer<UnknownComponent> {
  private static final long serialVersionUID = 1L;

  UnknownComponentSerializer() {
    super(UnknownComponent.class);
  }

  @Override
  public void serialize(
      UnknownComponent component, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writePOJO(component.fields());
  }

  /** The kind is among the fields already. */
  @Override
  public void serializeWithType(
      UnknownComponent component,
      JsonGenerator generator,
      SerializerProvider provider,
      TypeSerializer type)
      throws IOException {
    serialize(component, generator, provider);
  }
}
