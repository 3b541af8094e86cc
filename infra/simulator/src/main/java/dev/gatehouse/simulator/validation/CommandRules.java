package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules of application commands.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/application-commands">Application
 *     commands</a>
 */
public final class CommandRules {
  /** The type of commands that are typed. */
  public static final int CHAT_INPUT = 1;

  private static final int OPTIONS = 25;
  private static final int ALL_TEXT = 8_000;
  private static final int LAST_COMMAND_TYPE = 3;
  private static final Pattern NAME =
      Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");

  private CommandRules() {}

  /**
   * Checks a command.
   *
   * @param prefix what stands before its fields' paths: nothing, or its index and a dot
   */
  public static void check(String prefix, JsonNode command, FormErrors errors) {
    int type = command.path("type").asInt(CHAT_INPUT);
    if (type < CHAT_INPUT || type > LAST_COMMAND_TYPE) {
      errors.choice(prefix + "type", "1, 2, 3");
    } else if (type == CHAT_INPUT) {
      checkTyped(prefix, command, errors);
    } else {
      checkMenu(prefix, command, errors);
    }
  }

  private static void checkTyped(String prefix, JsonNode command, FormErrors errors) {
    checkName(prefix + "name", command.path("name"), errors);
    checkDescription(prefix + "description", command.path("description"), errors);
    checkOptions(prefix + "options", command.path("options"), 0, errors);
    if (textLength(command) > ALL_TEXT) {
      errors.add(
          prefix + "options",
          "APPLICATION_COMMAND_TOO_LARGE",
          "Command exceeds maximum size (8000)");
    }
  }

  private static void checkMenu(String prefix, JsonNode command, FormErrors errors) {
    errors.length(prefix + "name", command.path("name").asText(""), 1, 32);
    if (!command.path("description").asText("").isEmpty()) {
      errors.add(
          prefix + "description",
          "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_EMPTY",
          "Context menu commands cannot have description");
    }
    if (!command.path("options").isEmpty()) {
      errors.add(
          prefix + "options",
          "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_EMPTY",
          "Context menu commands cannot have options");
    }
  }

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

  private static void checkOptions(String path, JsonNode options, int depth, FormErrors errors) {
    if (options.size() > OPTIONS) {
      errors.add(path, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    }
    Set<String> names = new HashSet<>();
    boolean sawOptional = false;
    for (int i = 0; i < options.size(); i++) {
      JsonNode option = options.get(i);
      String at = path + "." + i;
      OptionRules.check(at, option, depth, errors);
      if (!names.add(option.path("name").asText(""))) {
        errors.add(
            at + ".name",
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
            "Option name must be unique");
      }
      boolean required = option.path("required").asBoolean();
      if (required && sawOptional) {
        errors.add(
            at,
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options");
      }
      sawOptional |= !required;
      if (OptionRules.isNested(option)) {
        checkOptions(at + ".options", option.path("options"), depth + 1, errors);
      }
    }
  }

  private static int textLength(JsonNode node) {
    int sum =
        node.path("name").asText("").length()
            + node.path("description").asText("").length()
            + node.path("value").asText("").length();
    for (JsonNode option : node.path("options")) {
      sum += textLength(option);
    }
    for (JsonNode choice : node.path("choices")) {
      sum += textLength(choice);
    }
    return sum;
  }
}
