package dev.gatehouse.conversation.command;

import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.conversation.answer.Request;
import dev.gatehouse.conversation.answer.Visit;
import dev.gatehouse.conversation.place.Places;
import java.util.ArrayList;
import java.util.List;

/** Says how the assistant is: the model, what is degraded, this conversation, the bridge's lag. */
public final class Status {
  private static final int MOST_COUNTED = 1000;

  private final Configured configured;
  private final History history;
  private final TurnStore turns;
  private final Places places;

  public Status(Configured configured, History history, TurnStore turns, Places places) {
    this.configured = configured;
    this.history = history;
    this.turns = turns;
    this.places = places;
  }

  String of(Visit visit) {
    Request request = visit.request();
    List<String> lines = new ArrayList<>();
    lines.add("**Model:** " + configured.model().description());
    lines.add("**Degraded:** " + degraded());
    lines.add("**Open turns here:** " + openTurns(request.conversation()));
    lines.add("**Remembered here:** " + remembered(request.conversation()));
    lines.add("**Bridge lag:** " + lag(request));
    return String.join("\n", lines);
  }

  private String degraded() {
    List<String> degraded = configured.degraded();
    return degraded.isEmpty() ? "nothing" : String.join("; ", degraded);
  }

  private String openTurns(ConversationId conversation) {
    List<Turn> open = turns.open(conversation);
    long running = open.stream().filter(turn -> turn.state() == TurnState.RUNNING).count();
    return open.isEmpty()
        ? "none"
        : "%d running, %d waiting".formatted(running, open.size() - running);
  }

  private String remembered(ConversationId conversation) {
    int entries = history.recent(conversation, MOST_COUNTED).size();
    String count =
        switch (entries) {
          case 0 -> "nothing";
          case 1 -> "1 entry";
          case MOST_COUNTED -> MOST_COUNTED + " entries or more";
          default -> entries + " entries";
        };
    return "%s; an entry is kept for %d days".formatted(count, configured.historyDays());
  }

  /** A slash command does not come over the bridge, so the last message's lag stands in for it. */
  private String lag(Request request) {
    if (request.lagMillis() >= 0) {
      return request.lagMillis() + " ms, for this message";
    }
    return places
        .find(request.conversation())
        .map(place -> place.seen().lagMillis())
        .filter(lag -> lag >= 0)
        .map(lag -> lag + " ms, for the last message here")
        .orElse("not known, as no message came over it here lately");
  }
}
