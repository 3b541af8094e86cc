package dev.gatehouse.assistant.command;

import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.command.HelpText;
import dev.gatehouse.chat.command.Parsed;

/** What the assistant says about itself, and about calls that it cannot follow. */
final class AssistantHelp {
  /** What text commands begin with. */
  static final String PREFIX = "!";

  private static final HelpText COMMANDS = new HelpText(PREFIX);

  private final CommandCatalog catalog;

  AssistantHelp(CommandCatalog catalog) {
    this.catalog = catalog;
  }

  String general() {
    return """
    I answer questions about your project. Mention me, reply to one of my messages, write to me \
    directly, or use a command:
    %s
    Each is also a slash command. In a thread that I was called into, no mention is needed. The \
    stop button below an answer ends it early; it works for who asked and for moderators.\
    """
        .formatted(COMMANDS.of(catalog));
  }

  String oldForm() {
    return "This form is not one of mine any more; please start again.";
  }

  String unknown(Parsed.Unknown unknown) {
    return COMMANDS.of(unknown, catalog);
  }

  String wrong(Parsed.Wrong wrong) {
    return COMMANDS.of(wrong);
  }
}
