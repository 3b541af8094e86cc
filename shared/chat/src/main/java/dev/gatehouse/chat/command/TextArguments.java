package dev.gatehouse.chat.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads options from text: in the order of their declaration, or by name ({@code sides:6}). A last
 * option that is text takes the rest of the line as it stands, so that nobody has to quote a
 * question.
 */
final class TextArguments {
  private final CommandSpec command;
  private final Words words;
  private final Map<String, String> given = new LinkedHashMap<>();

  private TextArguments(CommandSpec command, Words words) {
    this.command = command;
    this.words = words;
  }

  static Map<String, String> read(CommandSpec command, Words words) {
    TextArguments arguments = new TextArguments(command, words);
    while (words.hasMore()) {
      arguments.readOne();
    }
    return arguments.given;
  }

  private void readOne() {
    List<Option<?>> open =
        command.options().stream().filter(option -> !given.containsKey(option.name())).toList();
    if (open.isEmpty()) {
      throw new InvalidOptionException("there are more words than it takes");
    }
    for (Option<?> option : open) {
      if (command.options().size() > 1 && words.skipName(option.name())) {
        given.put(option.name(), words.next());
        return;
      }
    }
    Option<?> next = open.getFirst();
    given.put(next.name(), takesRest(next) ? words.rest() : words.next());
  }

  private boolean takesRest(Option<?> option) {
    return option == command.options().getLast() && option.type() instanceof OptionType.Text;
  }
}
