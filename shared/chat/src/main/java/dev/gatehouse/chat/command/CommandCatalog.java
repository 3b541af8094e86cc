package dev.gatehouse.chat.command;

import dev.gatehouse.contracts.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The commands of a bot.
 *
 * @param commands in the order in which help lists them
 */
public record CommandCatalog(List<CommandSpec> commands) {
  private static final int NEAR = 2;

  public CommandCatalog {
    commands = List.copyOf(commands);
    if (commands.stream().map(CommandSpec::name).distinct().count() < commands.size()) {
      throw new IllegalArgumentException("commands: two have the same name");
    }
  }

  public static CommandCatalog of(CommandSpec... commands) {
    return new CommandCatalog(List.of(commands));
  }

  /** Parses a line such as {@code ask why is the sky blue?}, its prefix already taken off. */
  public Parsed parse(String line) {
    Words words = new Words(line);
    String name = words.bare().toLowerCase(Locale.ROOT);
    return find(name)
        .map(command -> parse(command, () -> TextArguments.read(command, words)))
        .orElseGet(() -> new Parsed.Unknown(name, nearest(name)));
  }

  /** Parses a call whose options came one by one, as from a form or a slash command. */
  public Parsed parse(String name, Map<String, String> options) {
    return find(name)
        .map(command -> parse(command, () -> options))
        .orElseGet(() -> new Parsed.Unknown(name, nearest(name)));
  }

  /** Whether such a line calls one of these. */
  public boolean has(String line) {
    return find(new Words(line).bare().toLowerCase(Locale.ROOT)).isPresent();
  }

  private static Parsed parse(CommandSpec command, Supplier<Map<String, String>> given) {
    try {
      return new Parsed.Called(Invocation.of(command, given.get()));
    } catch (InvalidOptionException e) {
      return new Parsed.Wrong(command, String.valueOf(e.getMessage()));
    }
  }

  private Optional<CommandSpec> find(String name) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  private Optional<CommandSpec> nearest(String name) {
    return NearestName.to(name, commands, CommandSpec::name, NEAR);
  }
}
