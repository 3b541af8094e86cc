package dev.gatehouse.assistant.command;

import dev.gatehouse.chat.command.HelpText;
import dev.gatehouse.chat.command.Parsed;
import java.time.Duration;

/** What the assistant says about itself, and about calls that it cannot follow. */
final class AssistantHelp {
  private static final HelpText COMMANDS = new HelpText(AssistantCommands.PREFIX);

  private AssistantHelp() {}

  static String general() {
    return """
    I answer questions about your project. Mention me, reply to one of my messages, write to me \
    directly, or use a command:
    %s
    Each is also a slash command. In a thread that I was called into, no mention is needed. The \
    stop button below an answer ends it early; it works for who asked and for moderators.\
    """
        .formatted(COMMANDS.of(AssistantCommands.catalog()));
  }

  static String emptyQuestion() {
    return "I was called, but there is no question that I can read. Write it behind the mention,"
        + " such as `@me why does the build fail?`, or see `"
        + AssistantCommands.PREFIX
        + "help`. I read text only, no attachments.";
  }

  static String tooLong(int length) {
    return "That question has %,d characters; I take at most %,d. Shorten it, or ask in parts."
        .formatted(length, AssistantCommands.MOST_QUESTION);
  }

  static String tooMany(int perMinute, Duration wait) {
    return "That is more than %d questions in a minute, which is the limit here"
            .formatted(perMinute)
        + " (`RATE_LIMIT_PER_MINUTE`). Please ask again in "
        + Math.max(1, wait.toSeconds())
        + " s.";
  }

  static String oldForm() {
    return "This form is not one of mine any more; please start again.";
  }

  static String unknown(Parsed.Unknown unknown) {
    return COMMANDS.of(unknown, AssistantCommands.catalog());
  }

  static String wrong(Parsed.Wrong wrong) {
    return COMMANDS.of(wrong);
  }
}
