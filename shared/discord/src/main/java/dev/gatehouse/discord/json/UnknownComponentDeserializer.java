package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.gatehouse.discord.model.UnknownComponent;
import java.io.IOException;
import java.util.Map;

/** Keeps every field of a component whose kind has no record. */
final class UnknownComponentDeserializer extends StdDeserializer<UnknownComponent> {
  private static final long serialVersionUID = 1L;

  UnknownComponentDeserializer() {
    super(UnknownComponent.class);
  }

  @Override
  public UnknownComponent deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    Map<String, Object> fields = json.readValueAs(new TypeReference<Map<String, Object>>() {});
    int type = fields.get("type") instanceof Number number ? number.intValue() : 0;
    return new UnknownComponent(type, fields);
  }
}
