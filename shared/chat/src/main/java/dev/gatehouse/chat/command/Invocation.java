package dev.gatehouse.chat.command;

import java.util.Map;
import java.util.Optional;

/** A command that was called, with values that its options take. */
public final class Invocation {
  private final CommandSpec command;
  private final Map<String, String> given;

  private Invocation(CommandSpec command, Map<String, String> given) {
    this.command = command;
    this.given = given;
  }

  /**
   * Checks each value against its option.
   *
   * @throws InvalidOptionException saying what is wrong with the first wrong one
   */
  static Invocation of(CommandSpec command, Map<String, String> given) {
    for (String name : given.keySet()) {
      if (command.option(name).isEmpty()) {
        throw new InvalidOptionException("there is no option `" + Shown.inline(name) + "`");
      }
    }
    for (Option<?> option : command.options()) {
      try {
        option.read(Optional.ofNullable(given.get(option.name())));
      } catch (InvalidOptionException e) {
        throw new InvalidOptionException("`" + option.name() + "` " + e.getMessage());
      }
    }
    return new Invocation(command, Map.copyOf(given));
  }

  /** The command. */
  public CommandSpec command() {
    return command;
  }

  /** The option's value. */
  public <T> T get(Option<T> option) {
    if (!command.options().contains(option)) {
      throw new IllegalArgumentException(
          "option: " + command.name() + " does not declare " + option.name());
    }
    return option.read(Optional.ofNullable(given.get(option.name())));
  }

  /** Without the values: logs carry no message content. */
  @Override
  public String toString() {
    return "Invocation[" + command.name() + ", options " + given.keySet() + "]";
  }
}
