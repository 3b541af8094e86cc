package dev.gatehouse.discord.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** Names of fields, by the schema of Discord's OpenAPI description that has them. */
final class SchemaFields {
  private final JsonNode bySchema;

  private SchemaFields(JsonNode bySchema) {
    this.bySchema = bySchema;
  }

  static SchemaFields read(String file) {
    try (InputStream in = SchemaFields.class.getResourceAsStream("/openapi/" + file)) {
      return new SchemaFields(DiscordJson.mapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> of(String schema) {
    Set<String> names = new TreeSet<>();
    bySchema.required(schema).forEach(name -> names.add(name.asText()));
    return names;
  }
}
