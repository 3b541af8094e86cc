package dev.gatehouse.contracts;

import java.util.regex.Pattern;

/**
 * A chat platform that messages come from and answers go to. Any name will do here: which ones a
 * release serves is known to its functions, not to its messages.
 *
 * @param name on the wire and in keys, such as {@code stoat}; 1 to 32 characters
 */
public record Platform(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public Platform {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidFieldException(
          "platform",
          "must be 1 to 32 of a-z, 0-9 and '-', beginning with a letter, was "
              + (name.length() <= 32 ? "'" + name + "'" : name.length() + " characters"));
    }
  }

  /** The name: platforms are seen in logs. */
  @Override
  public String toString() {
    return name;
  }
}
