package dev.gatehouse.chat.command;

import java.util.stream.Collectors;

/**
 * Explains commands, in Markdown.
 *
 * @param prefix what a command begins with in text, such as {@code !}
 */
public record HelpText(String prefix) {
  /** One line for each command. */
  public String of(CommandCatalog catalog) {
    return catalog.commands().stream().map(this::line).collect(Collectors.joining("\n"));
  }

  /** What is wrong with the call, and how to call it right. */
  public String of(Parsed.Wrong wrong) {
    return "`%s%s`: %s.\nUse: `%s`%s"
        .formatted(
            prefix,
            wrong.command().name(),
            wrong.problem(),
            wrong.command().usage(prefix),
            options(wrong.command()));
  }

  /** That there is no such command, and which there are. */
  public String of(Parsed.Unknown unknown, CommandCatalog catalog) {
    String hint =
        unknown.meant().map(meant -> " Did you mean `" + prefix + meant.name() + "`?").orElse("");
    return "There is no command `%s%s`.%s\n%s"
        .formatted(prefix, Shown.inline(unknown.name()), hint, of(catalog));
  }

  private String line(CommandSpec command) {
    return "`" + command.usage(prefix) + "` " + command.description();
  }

  private static String options(CommandSpec command) {
    return command.options().stream()
        .map(option -> "\n- `" + option.name() + "` " + option.description())
        .collect(Collectors.joining());
  }
}
