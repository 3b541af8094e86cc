package dev.gatehouse.conversation.wiring;

import dev.gatehouse.assistant.command.AskCommand;
import dev.gatehouse.assistant.command.AssistantCommands;
import dev.gatehouse.assistant.command.ClearCommand;
import dev.gatehouse.assistant.command.RateLimit;
import dev.gatehouse.assistant.command.SettingsStatus;
import dev.gatehouse.assistant.command.StatusCommand;
import dev.gatehouse.assistant.command.StopTurn;
import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.processing.IdempotentProcessor;
import dev.gatehouse.assistant.processing.ReplyWriter;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.message.AddressingRule;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.conversation.event.EventRouter;
import dev.gatehouse.conversation.event.GapHandler;
import dev.gatehouse.conversation.event.InteractionHandler;
import dev.gatehouse.conversation.event.MessageHandler;
import dev.gatehouse.conversation.event.PayloadLoader;
import java.time.Duration;

/** The assistant and the handlers of events on their ports. */
public final class Conversation {
  /** Longer than the queue keeps a question, its dead letters included. */
  private static final Duration TURNS_KNOWN = Duration.ofDays(30);

  private Conversation() {}

  /**
   * Wires them.
   *
   * @param questionsPerMinute how many questions of one person are answered in a minute
   */
  public static EventRouter on(Ports ports, SettingsStatus settings, int questionsPerMinute) {
    Duration retention = Duration.ofDays(settings.historyDays());
    Participations participations = new Participations(ports.table(), ports.clock(), retention);
    LeaseTable leases = new LeaseTable(ports.table(), ports.clock());
    IdempotentProcessor processor =
        new IdempotentProcessor(
            commands(ports, settings, questionsPerMinute, participations),
            leases,
            new ReplyWriter(ports.replies(), ports.whispers()),
            ports.workers(),
            ports.clock());
    MessageHandler messages =
        new MessageHandler(
            ports.chat(),
            new PayloadLoader(ports.claims()),
            new AddressingRule(AssistantCommands.PREFIX),
            participations,
            processor,
            ports.clock());
    return new EventRouter(
        messages,
        new InteractionHandler(ports.chat(), participations, processor, ports.clock()),
        new GapHandler(participations, ports.chat(), messages, leases, ports.clock()));
  }

  private static AssistantCommands commands(
      Ports ports, SettingsStatus settings, int questionsPerMinute, Participations participations) {
    Duration retention = Duration.ofDays(settings.historyDays());
    History history = TableHistory.keepingFor(retention, ports.table(), ports.clock());
    TurnStore turns = new TableTurnStore(ports.table(), ports.clock(), TURNS_KNOWN);
    RateLimit rateLimit = new RateLimit(ports.table(), ports.clock(), questionsPerMinute);
    return new AssistantCommands(
        new AskCommand(history, turns, ports.turns(), rateLimit),
        new StatusCommand(settings, history, turns, participations),
        new ClearCommand(history, turns),
        new StopTurn(turns));
  }
}
