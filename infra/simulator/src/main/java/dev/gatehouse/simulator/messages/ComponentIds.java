package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Numbers components from 1, depth first, as Discord does where the sender did not. */
final class ComponentIds {
  private int last;

  JsonNode numbered(JsonNode component) {
    if (component instanceof ObjectNode object) {
      last++;
      if (!object.path("id").isInt() || object.path("id").intValue() == 0) {
        object.put("id", last);
      }
      object.path("components").forEach(this::numbered);
      numbered(object.path("accessory"));
    }
    return component;
  }
}
