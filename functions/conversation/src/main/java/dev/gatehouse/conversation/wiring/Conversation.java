package dev.gatehouse.conversation.wiring;

import dev.gatehouse.assistant.command.AskCommand;
import dev.gatehouse.assistant.command.AssistantCommands;
import dev.gatehouse.assistant.command.ClearCommand;
import dev.gatehouse.assistant.command.RateLimit;
import dev.gatehouse.assistant.command.RepeatedQuestions;
import dev.gatehouse.assistant.command.SettingsStatus;
import dev.gatehouse.assistant.command.StatusCommand;
import dev.gatehouse.assistant.command.StopTurn;
import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.processing.IdempotentProcessor;
import dev.gatehouse.assistant.processing.ReplyWriter;
import dev.gatehouse.assistant.question.QuestionWriter;
import dev.gatehouse.assistant.settings.ConversationsTable;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.assistant.unshown.UnshownAnswers;
import dev.gatehouse.chat.message.AddressingRule;
import dev.gatehouse.chat.platform.PlatformReplies;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.conversation.event.EventRouter;
import dev.gatehouse.conversation.event.GapHandler;
import dev.gatehouse.conversation.event.InteractionHandler;
import dev.gatehouse.conversation.event.MessageHandler;
import dev.gatehouse.conversation.event.PayloadLoader;

/** The assistant and the handlers of events on their ports. */
public final class Conversation {
  private Conversation() {}

  /**
   * Wires them.
   *
   * @param questionsPerMinute how many questions of one person are answered in a minute
   * @param readsFiles whether files that people attach are read
   * @throws IllegalArgumentException naming the command that a platform cannot show
   */
  public static EventRouter on(
      Ports ports,
      ConversationsTable conversations,
      SettingsStatus settings,
      int questionsPerMinute,
      boolean readsFiles) {
    ports
        .platforms()
        .all()
        .forEach(platform -> platform.limits().check(AssistantCommands.catalog()));
    Participations participations =
        new Participations(ports.table(), ports.clock(), conversations.retention());
    LeaseTable leases = new LeaseTable(ports.table(), ports.clock());
    PlatformReplies replies = new PlatformReplies(ports.platforms());
    UnshownAnswers unshown = new UnshownAnswers(ports.table(), ports.clock(), replies);
    IdempotentProcessor processor =
        new IdempotentProcessor(
            commands(
                ports,
                conversations,
                settings,
                questionsPerMinute,
                readsFiles,
                participations,
                unshown),
            leases,
            new ReplyWriter(replies, unshown),
            ports.workers(),
            ports.clock());
    MessageHandler messages =
        new MessageHandler(
            new PayloadLoader(ports.claims()),
            new AddressingRule(AssistantCommands.PREFIX, AssistantCommands.catalog()),
            participations,
            processor,
            ports.clock());
    return new EventRouter(
        ports.platforms(),
        messages,
        new InteractionHandler(participations, processor, ports.clock()),
        new GapHandler(participations, messages, leases, ports.clock()));
  }

  private static AssistantCommands commands(
      Ports ports,
      ConversationsTable conversations,
      SettingsStatus settings,
      int questionsPerMinute,
      boolean readsFiles,
      Participations participations,
      UnshownAnswers unshown) {
    History history = conversations.history(ports.table(), ports.clock());
    TurnStore turns = conversations.turns(ports.table(), ports.clock());
    RateLimit rateLimit = new RateLimit(ports.table(), ports.clock(), questionsPerMinute);
    QuestionWriter questions = new QuestionWriter(ports.platforms(), readsFiles);
    return new AssistantCommands(
        new AskCommand(
            history,
            turns,
            ports.turns(),
            rateLimit,
            new RepeatedQuestions(ports.table(), turns),
            questions,
            new PlatformReplies(ports.platforms())),
        new StatusCommand(settings, history, turns, participations, unshown),
        new ClearCommand(history, turns),
        new StopTurn(turns));
  }
}
