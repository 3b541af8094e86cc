package dev.gatehouse.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.discord.json.DiscordJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the body of an error: {@code {code, message, errors}}, where {@code errors} is a tree of
 * field names and indices with {@code _errors} at its leaves.
 *
 * @see <a href="https://docs.discord.com/developers/reference#error-messages">Error messages</a>
 */
final class ApiErrors {
  private static final String LEAF = "_errors";

  private ApiErrors() {}

  static DiscordApiException of(Route route, ApiResponse response) {
    JsonNode body = tree(response.body());
    String message = body.path("message").asText("no message");
    List<FieldError> errors = new ArrayList<>();
    flatten("", body.path("errors"), errors);
    return new DiscordApiException(
        route, response.status(), body.path("code").asInt(0), message, errors);
  }

  /** What comes from a proxy in front of Discord is often no JSON. */
  static JsonNode tree(byte[] body) {
    try {
      return DiscordJson.mapper().readTree(body);
    } catch (IOException e) {
      return DiscordJson.mapper().missingNode();
    }
  }

  private static void flatten(String path, JsonNode node, List<FieldError> errors) {
    for (var child : node.properties()) {
      if (child.getKey().equals(LEAF)) {
        child.getValue().forEach(fault -> errors.add(fault(path, fault)));
      } else {
        flatten(join(path, child.getKey()), child.getValue(), errors);
      }
    }
  }

  private static FieldError fault(String path, JsonNode fault) {
    return new FieldError(path, fault.path("code").asText(), fault.path("message").asText());
  }

  private static String join(String path, String step) {
    boolean index = !step.isEmpty() && step.chars().allMatch(Character::isDigit);
    if (index) {
      return path + "[" + step + "]";
    }
    return path.isEmpty() ? step : path + "." + step;
  }
}
