package dev.gatehouse.chat.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A command as it is declared: the one source for parsing, registration and help.
 *
 * @param name lower case, without prefix or slash
 * @param description one line
 * @param options in the order in which text gives them; required ones first
 */
public record CommandSpec(String name, String description, List<Option<?>> options) {
  public CommandSpec {
    Naming.requireName(name);
    Naming.requireDescription(name, description);
    options = List.copyOf(options);
    requireDistinctOptions(name, options);
    requireRequiredFirst(name, options);
  }

  /** A command without options. */
  public static CommandSpec named(String name, String description) {
    return new CommandSpec(name, description, List.of());
  }

  /** The same command with options. */
  public CommandSpec taking(Option<?>... more) {
    return new CommandSpec(name, description, List.of(more));
  }

  /** How the command is used, such as {@code !ask <question>}. */
  public String usage(String prefix) {
    return options.stream()
        .map(option -> " " + option.placeholder())
        .collect(Collectors.joining("", prefix + name, ""));
  }

  Optional<Option<?>> option(String wanted) {
    return options.stream().filter(option -> option.name().equals(wanted)).findFirst();
  }

  private static void requireDistinctOptions(String name, List<Option<?>> options) {
    if (options.stream().map(Option::name).distinct().count() < options.size()) {
      throw new IllegalArgumentException("options of " + name + ": two have the same name");
    }
  }

  private static void requireRequiredFirst(String name, List<Option<?>> options) {
    boolean optionalSeen = false;
    for (Option<?> option : options) {
      if (option.required() && optionalSeen) {
        throw new IllegalArgumentException(
            "options of " + name + ": " + option.name() + " is required, so it must come first");
      }
      optionalSeen |= !option.required();
    }
  }
}
