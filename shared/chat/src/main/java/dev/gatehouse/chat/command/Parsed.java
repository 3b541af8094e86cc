package dev.gatehouse.chat.command;

import java.util.Optional;

/** What became of a command line. */
public sealed interface Parsed {
  /** A command with right values. */
  record Called(Invocation invocation) implements Parsed {}

  /**
   * A command that is not there.
   *
   * @param meant the command with the nearest name, if one is near
   */
  record Unknown(String name, Optional<CommandSpec> meant) implements Parsed {}

  /**
   * A command with wrong values.
   *
   * @param problem names the option and says what would be right
   */
  record Wrong(CommandSpec command, String problem) implements Parsed {}
}
