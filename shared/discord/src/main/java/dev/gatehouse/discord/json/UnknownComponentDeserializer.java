package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.gatehouse.discord.model.UnknownComponent;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    Integer type = number(fields.get("type"));
    if (type == null) {
      return new UnknownComponent(0, fields);
    }
    fields.put("type", type);
    return new UnknownComponent(type, fields);
  }

  /** Jackson hands the field by which it told the kinds apart over as text. */
  private static @Nullable Integer number(@Nullable Object type) {
    try {
      return type == null ? null : Integer.valueOf(type.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
