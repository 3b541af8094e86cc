package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.validation.ComponentType;

/** A submitted dialogue's data: the dialogue's own shape with the values in it. */
final class ModalData {
  private static final int LONGEST = 4_000;

  private ModalData() {}

  static ObjectNode of(ObjectNode modal, JsonNode values) {
    ObjectNode data = Json.object();
    data.set("custom_id", modal.path("custom_id"));
    ArrayNode components = data.putArray("components");
    for (JsonNode top : modal.path("components")) {
      components.add(top(top, values));
    }
    return data;
  }

  private static ObjectNode top(JsonNode top, JsonNode values) {
    ObjectNode json = Json.object();
    json.set("type", top.path("type"));
    if (top.has("id")) {
      json.set("id", top.path("id"));
    }
    if (top.path("component").isObject()) {
      json.set("component", input(top.path("component"), values));
    } else if (top.path("components").isArray()) {
      ArrayNode children = json.putArray("components");
      top.path("components").forEach(child -> children.add(input(child, values)));
    }
    return json;
  }

  private static ObjectNode input(JsonNode input, JsonNode values) {
    String id = input.path("custom_id").asText("");
    ObjectNode json = Json.object();
    json.set("type", input.path("type"));
    json.put("custom_id", id);
    if (ComponentType.isSelect(input.path("type").asInt())) {
      ArrayNode chosen = json.putArray("values");
      values.path(id).forEach(value -> chosen.add(value.asText()));
    } else {
      json.put("value", text(input, values.path(id).asText(""), "components." + id));
    }
    return json;
  }

  private static String text(JsonNode input, String value, String path) {
    if (value.isEmpty()) {
      if (input.path("required").asBoolean(true)) {
        throw new NotAllowedException(path, "This input is required.");
      }
      return value;
    }
    int least = input.path("min_length").asInt(0);
    int most = input.path("max_length").asInt(LONGEST);
    if (value.length() < least || value.length() > most) {
      throw new NotAllowedException(path, "Must have " + least + " to " + most + " characters.");
    }
    return value;
  }
}
