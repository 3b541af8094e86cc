package dev.gatehouse.assistant.command;

import dev.gatehouse.assistant.button.ButtonId;
import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.command.CommandRouter;
import dev.gatehouse.chat.command.CommandSpec;
import dev.gatehouse.chat.command.Option;
import dev.gatehouse.chat.command.OptionType;
import dev.gatehouse.chat.command.Parsed;
import dev.gatehouse.chat.message.Content;

/**
 * The assistant's commands: what text commands are parsed by, slash commands registered from and
 * help written from, and what is done when one is called.
 */
public final class AssistantCommands {
  /** What text commands begin with. */
  public static final String PREFIX = AssistantHelp.PREFIX;

  private static final Option<String> QUESTION =
      Option.required(
          "question", "What you want to know", OptionType.text(AskCommand.MOST_QUESTION));

  /**
   * Every command, in the order in which help lists them: what is bound here is also registered.
   */
  private static final CommandRouter<Call, Outcome> ROUTER =
      CommandRouter.<Call, Outcome>empty()
          .on(
              CommandSpec.named("ask", "Asks the assistant a question").taking(QUESTION),
              (call, options) -> call.commands().ask.ask(call.request(), options.get(QUESTION)))
          .on(
              CommandSpec.named("help", "Shows what the assistant can do"),
              (call, _) -> new Outcome.Answered(call.commands().help.general()))
          .on(
              CommandSpec.named(
                  "status", "Shows the model in use, open turns and what is degraded"),
              (call, _) -> new Outcome.Answered(call.commands().status.of(call.request())))
          .on(
              CommandSpec.named(
                  "clear", "Deletes what the assistant remembers of this conversation"),
              (call, _) -> new Outcome.Answered(call.commands().clear.of(call.request())));

  private final AskCommand ask;
  private final StatusCommand status;
  private final ClearCommand clear;
  private final StopTurn stop;
  private final AssistantHelp help = new AssistantHelp(catalog());

  /** A command that was called, and what answers it. */
  private record Call(AssistantCommands commands, Request request) {}

  public AssistantCommands(
      AskCommand ask, StatusCommand status, ClearCommand clear, StopTurn stop) {
    this.ask = ask;
    this.status = status;
    this.clear = clear;
    this.stop = stop;
  }

  /** All of them, in the order in which help lists them. */
  public static CommandCatalog catalog() {
    return ROUTER.catalog();
  }

  /** Does what is asked. */
  public Outcome answer(Request request) {
    return switch (request.content()) {
      case Content.Question(String text) -> ask.ask(request, text);
      case Content.CommandLine(String line) -> run(request, catalog().parse(line));
      case Content.CommandCall call -> run(request, catalog().parse(call.name(), call.options()));
      case Content.PressedButton(String id) -> press(request, ButtonId.parse(id));
      case Content.SubmittedForm _ -> new Outcome.Answered(help.oldForm());
    };
  }

  private Outcome run(Request request, Parsed parsed) {
    return switch (parsed) {
      case Parsed.Called called -> ROUTER.route(new Call(this, request), called.invocation());
      case Parsed.Unknown unknown -> new Outcome.Answered(help.unknown(unknown));
      case Parsed.Wrong wrong -> new Outcome.Answered(help.wrong(wrong));
    };
  }

  private Outcome press(Request request, ButtonId button) {
    return switch (button) {
      case ButtonId.Stop(String turnId) -> stop.stop(turnId, request.caller());
      case ButtonId.Unknown _ ->
          new Outcome.AnsweredPrivately("This button does nothing any more.");
    };
  }
}
