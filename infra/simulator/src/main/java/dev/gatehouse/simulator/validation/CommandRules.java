package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Rules of application commands.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/application-commands">Application
 *     commands</a>
 */
public final class CommandRules {
  /** The type of commands that are typed. */
  public static final int CHAT_INPUT = 1;

  private static final int ALL_TEXT = 8_000;
  private static final int LAST_COMMAND_TYPE = 3;

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
    CommandNameRules.checkName(prefix + "name", command.path("name"), errors);
    CommandNameRules.checkDescription(prefix + "description", command.path("description"), errors);
    OptionRules.checkAll(prefix + "options", command.path("options"), 0, errors);
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
