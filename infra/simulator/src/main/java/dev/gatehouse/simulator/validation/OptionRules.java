package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Rules of the options of a command. */
final class OptionRules {
  private static final int SUBCOMMAND = 1;
  private static final int SUBCOMMAND_GROUP = 2;
  private static final int STRING = 3;
  private static final int INTEGER = 4;
  private static final int NUMBER = 10;
  private static final int LAST_TYPE = 11;
  private static final int MOST = 25;
  private static final int CHOICES = 25;

  private OptionRules() {}

  /** Checks the options of a command or of an option that holds others. */
  static void checkAll(String path, JsonNode options, int depth, FormErrors errors) {
    if (options.size() > MOST) {
      errors.add(path, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    }
    Set<String> names = new HashSet<>();
    boolean sawOptional = false;
    for (int i = 0; i < options.size(); i++) {
      JsonNode option = options.get(i);
      String at = path + "." + i;
      check(at, option, depth, errors);
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
      if (isNested(option)) {
        checkAll(at + ".options", option.path("options"), depth + 1, errors);
      }
    }
  }

  private static boolean isNested(JsonNode option) {
    int type = option.path("type").asInt(0);
    return type == SUBCOMMAND || type == SUBCOMMAND_GROUP;
  }

  private static void check(String path, JsonNode option, int depth, FormErrors errors) {
    int type = option.path("type").asInt(0);
    if (type < SUBCOMMAND || type > LAST_TYPE) {
      errors.choice(path + ".type", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
    }
    if (isNested(option) && !mayNest(type, depth)) {
      errors.add(
          path + ".type",
          "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
          "Sub-commands and sub-command groups are not allowed here");
    }
    CommandNameRules.checkName(path + ".name", option.path("name"), errors);
    CommandNameRules.checkDescription(path + ".description", option.path("description"), errors);
    checkChoices(path, option, type, errors);
  }

  private static boolean mayNest(int type, int depth) {
    return type == SUBCOMMAND_GROUP ? depth == 0 : depth <= 1;
  }

  private static void checkChoices(String path, JsonNode option, int type, FormErrors errors) {
    JsonNode choices = option.path("choices");
    if (choices.isEmpty()) {
      return;
    }
    if (type != STRING && type != INTEGER && type != NUMBER) {
      errors.add(
          path + ".choices",
          "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
          "Choices are allowed for strings and numbers only");
    }
    if (choices.size() > CHOICES) {
      errors.add(path + ".choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    }
    if (option.path("autocomplete").asBoolean()) {
      errors.add(
          path + ".autocomplete",
          "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
          "An option with choices cannot have autocomplete");
    }
    for (int i = 0; i < choices.size(); i++) {
      checkChoice(path + ".choices." + i, choices.get(i), type, errors);
    }
  }

  private static void checkChoice(String path, JsonNode choice, int type, FormErrors errors) {
    errors.length(path + ".name", choice.path("name").asText(""), 1, 100);
    JsonNode value = choice.path("value");
    if (type == STRING && value.isTextual()) {
      errors.length(path + ".value", value.textValue(), 1, 100);
    } else if (type == STRING || !value.isNumber()) {
      errors.add(path + ".value", "BASE_TYPE_BAD_TYPE", "The value must be of the option's type.");
    }
  }
}
