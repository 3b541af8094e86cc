package dev.gatehouse.chat.platform;

import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.command.CommandSpec;
import dev.gatehouse.chat.command.Option;
import java.time.Duration;

/**
 * How much a platform can show. Lengths are in characters (UTF-16 units).
 *
 * @param text of one message; what is longer takes several, or a file
 * @param buttons below one message; 0 when it has none
 * @param buttonId length of a button's id
 * @param options of one command
 * @param commandName length of the name of a command or an option
 * @param description length of the description of a command or an option
 * @param interactionLife how long after an interaction its response can be changed
 */
public record PlatformLimits(
    int text,
    int buttons,
    int buttonId,
    int options,
    int commandName,
    int description,
    Duration interactionLife) {
  public PlatformLimits {
    requirePositive("text", text);
    requirePositive("commandName", commandName);
    requirePositive("description", description);
    if (buttons < 0 || buttonId < 0 || options < 0 || interactionLife.isNegative()) {
      throw new IllegalArgumentException(
          "buttons, buttonId, options, interactionLife: must be 0 or more");
    }
  }

  /**
   * Checks that the platform can show each of the commands.
   *
   * @throws IllegalArgumentException naming the command, and the limit that it breaks
   */
  public void check(CommandCatalog catalog) {
    catalog.commands().forEach(this::check);
  }

  private void check(CommandSpec command) {
    String what = "command " + command.name();
    checkNamed(what, command.name(), command.description());
    if (command.options().size() > options) {
      throw tooMuch(what, "options", command.options().size(), options);
    }
    for (Option<?> option : command.options()) {
      checkNamed(what + ", option " + option.name(), option.name(), option.description());
    }
  }

  private void checkNamed(String what, String name, String text) {
    if (name.length() > commandName) {
      throw tooMuch(what, "characters in its name", name.length(), commandName);
    }
    if (text.length() > description) {
      throw tooMuch(what, "characters in its description", text.length(), description);
    }
  }

  private static IllegalArgumentException tooMuch(String what, String unit, int had, int most) {
    return new IllegalArgumentException(
        what + ": must have at most " + most + " " + unit + ", had " + had);
  }

  private static void requirePositive(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + ": must be 1 or more, was " + value);
    }
  }
}
