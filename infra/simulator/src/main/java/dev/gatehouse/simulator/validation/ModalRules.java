package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Limits of dialogues.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal">
 *     Modal</a>
 */
public final class ModalRules {
  private static final int TOP_LEVEL = 5;

  private ModalRules() {}

  /** Checks a modal response's data. */
  public static void check(JsonNode data, FormErrors errors) {
    errors.length("data.custom_id", data.path("custom_id").asText(""), 1, 100);
    errors.length("data.title", data.path("title").asText(""), 1, 45);
    JsonNode components = data.path("components");
    if (components.isEmpty() || components.size() > TOP_LEVEL) {
      errors.add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    }
    for (int i = 0; i < components.size(); i++) {
      checkTop("data.components." + i, components.get(i), errors);
    }
  }

  private static void checkTop(String path, JsonNode component, FormErrors errors) {
    switch (ComponentType.of(component)) {
      case ComponentType.ACTION_ROW ->
          checkInput(path + ".components.0", component.path("components").path(0), true, errors);
      case ComponentType.LABEL -> {
        errors.length(path + ".label", component.path("label").asText(""), 1, 45);
        checkInput(path + ".component", component.path("component"), false, errors);
      }
      case ComponentType.TEXT_DISPLAY -> {}
      default -> errors.choice(path + ".type", "1, 10, 18");
    }
  }

  private static void checkInput(String path, JsonNode input, boolean labelled, FormErrors errors) {
    errors.length(path + ".custom_id", input.path("custom_id").asText(""), 1, 100);
    if (ComponentType.of(input) != ComponentType.TEXT_INPUT) {
      return;
    }
    if (labelled) {
      errors.length(path + ".label", input.path("label").asText(""), 1, 45);
    }
    int style = input.path("style").asInt(0);
    if (style != 1 && style != 2) {
      errors.choice(path + ".style", "1, 2");
    }
    errors.atMost(path + ".placeholder", input.path("placeholder").asText(""), 100);
    errors.atMost(path + ".value", input.path("value").asText(""), 4000);
  }
}
