package dev.gatehouse.conversation.command;

import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.command.CommandSpec;
import dev.gatehouse.chat.command.Option;
import dev.gatehouse.chat.command.OptionType;

/**
 * The assistant's commands: what text commands are parsed by and slash commands registered from.
 */
public final class AssistantCommands {
  /** What text commands begin with. */
  public static final String PREFIX = "!";

  /** The most characters (UTF-16 units) of a question: as many as a Discord message can have. */
  public static final int MOST_QUESTION = 4000;

  static final Option<String> QUESTION =
      Option.required("question", "What you want to know", OptionType.text(MOST_QUESTION));

  static final CommandSpec ASK =
      CommandSpec.named("ask", "Asks the assistant a question").taking(QUESTION);
  static final CommandSpec HELP = CommandSpec.named("help", "Shows what the assistant can do");
  static final CommandSpec STATUS =
      CommandSpec.named("status", "Shows the model in use, open turns and what is degraded");
  static final CommandSpec CLEAR =
      CommandSpec.named("clear", "Deletes what the assistant remembers of this conversation");

  private AssistantCommands() {}

  /** All of them, in the order in which help lists them. */
  public static CommandCatalog catalog() {
    return CommandCatalog.of(ASK, HELP, STATUS, CLEAR);
  }
}
