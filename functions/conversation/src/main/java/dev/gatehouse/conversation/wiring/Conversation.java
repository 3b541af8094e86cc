package dev.gatehouse.conversation.wiring;

import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.message.AddressingRule;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.conversation.answer.Answers;
import dev.gatehouse.conversation.answer.AskQuestion;
import dev.gatehouse.conversation.answer.Desk;
import dev.gatehouse.conversation.answer.RateLimit;
import dev.gatehouse.conversation.command.Asking;
import dev.gatehouse.conversation.command.Assistant;
import dev.gatehouse.conversation.command.AssistantCommands;
import dev.gatehouse.conversation.command.Clear;
import dev.gatehouse.conversation.command.Configured;
import dev.gatehouse.conversation.command.Status;
import dev.gatehouse.conversation.command.StopTurn;
import dev.gatehouse.conversation.event.CallArrived;
import dev.gatehouse.conversation.event.CatchUp;
import dev.gatehouse.conversation.event.Events;
import dev.gatehouse.conversation.event.MessageArrived;
import dev.gatehouse.conversation.event.Payloads;
import dev.gatehouse.conversation.event.Presence;
import dev.gatehouse.conversation.place.Places;
import dev.gatehouse.conversation.place.TablePlaces;
import java.time.Duration;

/** The use cases on their ports. */
public final class Conversation {
  /** Longer than the queue keeps a question, its dead letters included. */
  private static final Duration TURNS_KNOWN = Duration.ofDays(30);

  private Conversation() {}

  /**
   * Wires the use cases.
   *
   * @param questionsPerMinute how many questions of one person are answered in a minute
   */
  public static Events on(Ports ports, Configured configured, int questionsPerMinute) {
    Duration retention = Duration.ofDays(configured.historyDays());
    History history = TableHistory.keepingFor(retention, ports.table(), ports.clock());
    TurnStore turns = new TableTurnStore(ports.table(), ports.clock(), TURNS_KNOWN);
    Places places = new TablePlaces(ports.table(), ports.clock(), retention);
    Assistant assistant =
        new Assistant(
            new Asking(
                new AskQuestion(history, turns, ports.turns()),
                new RateLimit(ports.table(), ports.clock(), questionsPerMinute)),
            new Status(configured, history, turns, places),
            new Clear(history, turns));
    return events(ports, places, assistant, new StopTurn(turns));
  }

  private static Events events(Ports ports, Places places, Assistant assistant, StopTurn stopTurn) {
    Presence presence = new Presence(places, ports.chat());
    LeaseTable leases = new LeaseTable(ports.table(), ports.clock());
    Answers answers = new Answers(ports.replies(), ports.whispers());
    Desk desk = new Desk(leases, ports.clock(), answers, ports.workers());
    MessageArrived messages =
        new MessageArrived(
            ports.chat(),
            new Payloads(ports.claims()),
            new AddressingRule(AssistantCommands.PREFIX),
            presence,
            desk,
            assistant,
            ports.clock());
    CallArrived calls =
        new CallArrived(ports.chat(), presence, desk, assistant, stopTurn, ports.clock());
    CatchUp catchUp = new CatchUp(places, ports.chat(), messages, leases, ports.clock());
    return new Events(messages, calls, catchUp);
  }
}
