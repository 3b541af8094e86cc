package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Rules of the names and descriptions of commands and their options.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming">Naming</a>
 */
final class CommandNameRules {
  private static final Pattern NAME =
      Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");

  private CommandNameRules() {}

  static void checkName(String path, JsonNode name, FormErrors errors) {
    String text = name.asText("");
    if (text.isEmpty()) {
      errors.required(path);
    } else if (!NAME.matcher(text).matches() || !text.equals(text.toLowerCase(Locale.ROOT))) {
      errors.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
  }

  static void checkDescription(String path, JsonNode description, FormErrors errors) {
    if (description.asText("").isEmpty()) {
      errors.required(path);
    }
    errors.atMost(path, description.asText(""), 100);
  }
}
