package dev.gatehouse.conversation.command;

import dev.gatehouse.chat.command.CommandRouter;
import dev.gatehouse.chat.command.Parsed;
import dev.gatehouse.conversation.answer.Outcome;
import dev.gatehouse.conversation.answer.Visit;
import java.util.Map;

/** What the assistant does with commands and questions. */
public final class Assistant {
  private final CommandRouter<Visit, Outcome> router;
  private final Asking asking;

  public Assistant(Asking asking, Status status, Clear clear) {
    this.asking = asking;
    this.router =
        CommandRouter.<Visit, Outcome>empty()
            .on(
                AssistantCommands.ASK,
                (visit, call) -> asking.ask(visit, call.get(AssistantCommands.QUESTION)))
            .on(AssistantCommands.HELP, (visit, call) -> new Outcome.Say(Help.general()))
            .on(AssistantCommands.STATUS, (visit, call) -> new Outcome.Say(status.of(visit)))
            .on(AssistantCommands.CLEAR, (visit, call) -> clear.of(visit.request()));
  }

  /** A command line, its prefix taken off. */
  public Outcome command(Visit visit, String line) {
    return run(visit, router.catalog().parse(line));
  }

  /** A command whose options came one by one. */
  public Outcome command(Visit visit, String name, Map<String, String> options) {
    return run(visit, router.catalog().parse(name, options));
  }

  /** Text that is meant for us and is no command. */
  public Outcome question(Visit visit, String text) {
    return text.isBlank() ? new Outcome.Say(Help.emptyQuestion()) : asking.ask(visit, text);
  }

  private Outcome run(Visit visit, Parsed parsed) {
    return switch (parsed) {
      case Parsed.Called called -> router.route(visit, called.invocation());
      case Parsed.Unknown unknown -> new Outcome.Say(Help.unknown(unknown, router.catalog()));
      case Parsed.Wrong wrong -> new Outcome.Say(Help.wrong(wrong));
    };
  }
}
