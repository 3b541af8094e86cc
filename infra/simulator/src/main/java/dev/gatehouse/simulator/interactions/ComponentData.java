package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.validation.ComponentType;
import java.util.Optional;

/** A component interaction's data. */
final class ComponentData {
  private static final int ROLE_SELECT = 6;

  private ComponentData() {}

  static ObjectNode of(Message message, String customId, JsonNode values, Resolver resolver) {
    JsonNode component =
        find(message.body().components(), customId)
            .orElseThrow(() ->
                new NotAllowedException(
                    "custom_id", "The message has no component " + customId + "."));
    if (component.path("disabled").asBoolean()) {
      throw new NotAllowedException("custom_id", "The component is disabled.");
    }
    int type = component.path("type").asInt();
    ObjectNode data = Json.object();
    data.put("custom_id", customId);
    data.put("component_type", type);
    data.set("id", component.path("id"));
    if (ComponentType.isSelect(type)) {
      data.set("values", values(component, values, resolver));
    }
    return data;
  }

  private static Optional<JsonNode> find(JsonNode components, String customId) {
    for (JsonNode component : components) {
      if (component.path("custom_id").asText("").equals(customId)) {
        return Optional.of(component);
      }
      Optional<JsonNode> below =
          find(component.path("components"), customId)
              .or(() -> find(accessory(component), customId));
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  /** A section's accessory as a list; an empty one for other components. */
  private static ArrayNode accessory(JsonNode component) {
    ArrayNode list = Json.array();
    Json.field(component, "accessory").ifPresent(accessory -> list.add(accessory));
    return list;
  }

  private static ArrayNode values(JsonNode select, JsonNode given, Resolver resolver) {
    int least = select.path("min_values").asInt(1);
    int most = select.path("max_values").asInt(1);
    if (given.size() < least || given.size() > most) {
      throw new NotAllowedException("values", "Must have " + least + " to " + most + " values.");
    }
    ArrayNode values = Json.array();
    for (JsonNode value : given) {
      if (!isPossible(select, value, resolver)) {
        throw new NotAllowedException("values." + values.size(), "This cannot be chosen.");
      }
      values.add(value.asText());
    }
    return values;
  }

  private static boolean isPossible(JsonNode select, JsonNode value, Resolver resolver) {
    return switch (select.path("type").asInt()) {
      case ComponentType.STRING_SELECT -> isOption(select.path("options"), value);
      case ComponentType.CHANNEL_SELECT -> resolver.channel(value);
      case ROLE_SELECT -> resolver.role(value);
      default -> resolver.user(value) || resolver.role(value);
    };
  }

  private static boolean isOption(JsonNode options, JsonNode value) {
    for (JsonNode option : options) {
      if (option.path("value").asText().equals(value.asText())) {
        return true;
      }
    }
    return false;
  }
}
