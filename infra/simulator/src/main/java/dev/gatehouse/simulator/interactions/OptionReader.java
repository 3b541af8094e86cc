package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a person filled in against a command's definition, and puts it into Discord's form.
 * Takes an object of names and values, with nested objects for subcommands, or Discord's array.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure">
 *     Option structure</a>
 */
final class OptionReader {
  private static final int SUBCOMMAND = 1;
  private static final int SUBCOMMAND_GROUP = 2;

  private final Resolver resolver;
  private final @Nullable String focused;

  /**
   * Reads options.
   *
   * @param focused the option that is being typed; nothing is required then
   */
  OptionReader(Resolver resolver, @Nullable String focused) {
    this.resolver = resolver;
    this.focused = focused;
  }

  ArrayNode read(JsonNode definitions, JsonNode given, String path) {
    ObjectNode values = asObject(given);
    values.properties().forEach(entry -> requireDefined(definitions, entry, path));
    ArrayNode options = Json.array();
    for (JsonNode definition : definitions) {
      Json.field(values, definition.path("name").asText())
          .ifPresentOrElse(
              value -> options.add(one(definition, value, path)),
              () -> requireOptional(definition, path));
    }
    if (isNested(definitions.path(0)) && options.size() != 1) {
      throw new NotAllowedException(path, "Must name exactly one subcommand.");
    }
    return options;
  }

  private static ObjectNode asObject(JsonNode given) {
    if (given instanceof ObjectNode object) {
      return object;
    }
    ObjectNode values = Json.object();
    for (JsonNode option : given) {
      JsonNode value = option.has("value") ? option.get("value") : asObject(option.path("options"));
      values.set(option.path("name").asText(""), value);
    }
    return values;
  }

  private static void requireDefined(
      JsonNode definitions, Map.Entry<String, JsonNode> entry, String path) {
    for (JsonNode definition : definitions) {
      if (definition.path("name").asText().equals(entry.getKey())) {
        return;
      }
    }
    throw new NotAllowedException(path + "." + entry.getKey(), "The command has no such option.");
  }

  private void requireOptional(JsonNode definition, String path) {
    if (definition.path("required").asBoolean() && focused == null) {
      String name = definition.path("name").asText();
      throw new NotAllowedException(path + "." + name, "This option is required.");
    }
  }

  private static boolean isNested(JsonNode definition) {
    int type = definition.path("type").asInt(0);
    return type == SUBCOMMAND || type == SUBCOMMAND_GROUP;
  }

  private ObjectNode one(JsonNode definition, JsonNode value, String path) {
    String name = definition.path("name").asText();
    String at = path + "." + name;
    ObjectNode option = Json.object();
    option.put("name", name);
    option.set("type", definition.path("type"));
    if (isNested(definition)) {
      option.set("options", read(definition.path("options"), value, at));
      return option;
    }
    boolean typing = name.equals(focused);
    option.set("value", typing ? value : OptionValue.check(definition, value, at, resolver));
    if (typing) {
      option.put("focused", true);
    }
    return option;
  }
}
