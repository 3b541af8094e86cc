package dev.gatehouse.chat.command;

import java.util.regex.Pattern;

/**
 * Names and descriptions that every platform takes; the narrowest are Discord's (<a
 * href="https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming">naming</a>).
 */
final class Naming {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");
  private static final int MOST_DESCRIPTION = 100;

  private Naming() {}

  static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name: must be 1 to 32 of a-z, 0-9, '-' and '_', was '" + name + "'");
    }
    return name;
  }

  static String requireDescription(String name, String description) {
    if (description.isBlank() || description.length() > MOST_DESCRIPTION) {
      throw new IllegalArgumentException(
          "description of "
              + name
              + ": must have 1 to 100 characters, had "
              + description.length());
    }
    return description;
  }
}
