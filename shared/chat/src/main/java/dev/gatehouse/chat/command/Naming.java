package dev.gatehouse.chat.command;

import java.util.regex.Pattern;

/**
 * Names and descriptions that text commands can be written and explained with. How long they may be
 * is a platform's own limit: {@link dev.gatehouse.chat.platform.PlatformLimits#check}.
 */
final class Naming {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  private Naming() {}

  static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name: must be of a-z, 0-9, '-' and '_', was '" + name + "'");
    }
    return name;
  }

  static String requireDescription(String name, String description) {
    if (description.isBlank() || description.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("description of " + name + ": must be one line of text");
    }
    return description;
  }
}
