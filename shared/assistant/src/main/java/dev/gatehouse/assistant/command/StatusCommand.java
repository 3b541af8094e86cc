package dev.gatehouse.assistant.command;

import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.assistant.unshown.UnshownAnswer;
import dev.gatehouse.assistant.unshown.UnshownAnswers;
import dev.gatehouse.contracts.ConversationId;
import java.time.Duration;
import java.util.List;

/** Says how the assistant is: the model, what is degraded, this conversation, the bridge's lag. */
public final class StatusCommand {
  private static final int MOST_COUNTED = 1000;

  private final SettingsStatus settings;
  private final History history;
  private final TurnStore turns;
  private final Participations participations;
  private final UnshownAnswers unshown;

  public StatusCommand(
      SettingsStatus settings,
      History history,
      TurnStore turns,
      Participations participations,
      UnshownAnswers unshown) {
    this.settings = settings;
    this.history = history;
    this.turns = turns;
    this.participations = participations;
    this.unshown = unshown;
  }

  String of(Request request) {
    return String.join(
        "\n",
        "**Model:** " + settings.model(),
        "**Degraded:** " + degraded(),
        "**Open turns here:** " + openTurns(request.conversation()),
        "**Remembered here:** " + remembered(request.conversation()),
        "**Bridge lag:** " + lag(request) + unshown(request));
  }

  private String degraded() {
    List<String> degraded = settings.degraded();
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
    return "%s; an entry is kept for %d days".formatted(count, settings.historyDays());
  }

  /** A line of its own when there is something to say. */
  private String unshown(Request request) {
    List<UnshownAnswer> lately = unshown.lately(request.conversation());
    if (lately.isEmpty()) {
      return "";
    }
    UnshownAnswer last = lately.getFirst();
    return "\n**Not shown here in the last day:** %d %s, the last %d minutes ago, %s: %s"
        .formatted(
            lately.size(),
            lately.size() == 1 ? "answer" : "answers",
            Math.max(0, Duration.between(last.at(), request.at()).toMinutes()),
            last.told() ? "which the asker was sent" : "which nobody got",
            last.why());
  }

  /** A slash command does not come over the bridge, so the last message's lag stands in for it. */
  private String lag(Request request) {
    if (request.lagMillis() >= 0) {
      return request.lagMillis() + " ms, for this message";
    }
    return participations
        .find(request.conversation())
        .map(participation -> participation.lastRead().lagMillis())
        .filter(lag -> lag >= 0)
        .map(lag -> lag + " ms, for the last message here")
        .orElse("not known, as no message came over it here lately");
  }
}
