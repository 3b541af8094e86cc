package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.Map;

/** Discord's refusal in control's shape: the first field that is wrong, and why. */
final class RejectionJson {
  private RejectionJson() {}

  static ObjectNode of(Rejection rejection) {
    ObjectNode json = Json.object();
    ObjectNode error = json.putObject("error");
    JsonNode errors = rejection.json().path("errors");
    if (errors.isEmpty()) {
      error.put("field", "").put("message", rejection.getMessage());
    } else {
      describe(error, "", errors);
    }
    return json;
  }

  private static void describe(ObjectNode error, String path, JsonNode errors) {
    JsonNode leaf = errors.path("_errors").path(0);
    if (leaf.isObject()) {
      error.put("field", path).put("message", leaf.path("message").asText());
      return;
    }
    Map.Entry<String, JsonNode> first = errors.properties().iterator().next();
    describe(
        error, path.isEmpty() ? first.getKey() : path + "." + first.getKey(), first.getValue());
  }
}
