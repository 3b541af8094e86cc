package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Limits of select menus.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference#string-select">String
 *     select</a>
 */
final class SelectRules {
  private static final int OPTIONS = 25;

  private SelectRules() {}

  static void check(String path, JsonNode select, FormErrors errors) {
    errors.atMost(path + ".placeholder", select.path("placeholder").asText(""), 150);
    int least = select.path("min_values").asInt(1);
    int most = select.path("max_values").asInt(1);
    if (least < 0 || most < 1 || most > OPTIONS || least > most) {
      errors.add(
          path + ".max_values", "BASE_TYPE_BAD_LENGTH", "Must be between min_values and 25.");
    }
    if (ComponentType.of(select) == ComponentType.STRING_SELECT) {
      checkOptions(path + ".options", select.path("options"), errors);
    }
  }

  private static void checkOptions(String path, JsonNode options, FormErrors errors) {
    if (options.isEmpty() || options.size() > OPTIONS) {
      errors.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
    }
    Set<String> values = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      JsonNode option = options.get(i);
      errors.length(path + "." + i + ".label", option.path("label").asText(""), 1, 100);
      errors.length(path + "." + i + ".value", option.path("value").asText(""), 1, 100);
      errors.atMost(path + "." + i + ".description", option.path("description").asText(""), 100);
      if (!values.add(option.path("value").asText(""))) {
        errors.add(
            path + "." + i + ".value",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            "The specified option value is already used");
      }
    }
  }
}
