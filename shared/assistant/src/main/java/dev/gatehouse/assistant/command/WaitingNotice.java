package dev.gatehouse.assistant.command;

import dev.gatehouse.assistant.button.ButtonId;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an asker which questions of the conversation are answered first. It is shown in the turn's
 * own reply, which the answer then takes over, and before the turn is queued, so that it never
 * follows the answer.
 */
final class WaitingNotice {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingNotice.class);
  private static final int MOST_LOOKED_AT = 50;
  private static final int LONGEST_QUOTE = 60;

  /** A turn that is open for longer lies among the dead letters, and nobody waits for it. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final History history;
  private final TurnStore turns;
  private final Replies replies;

  WaitingNotice(History history, TurnStore turns, Replies replies) {
    this.history = history;
    this.turns = turns;
    this.replies = replies;
  }

  /** Shows it when the turn has to wait; that it cannot be shown is not the news. */
  void show(Request request, String turnId) {
    List<Entry> ahead = ahead(request, turnId);
    if (ahead.isEmpty()) {
      return;
    }
    try {
      Draft notice = new Draft(text(ahead), List.of(new ButtonId.Stop(turnId).button()));
      Reply reply = replies.open(request.conversation(), request.target(), turnId, notice);
      turns.showIn(turnId, reply.reference());
    } catch (ReplyException e) {
      LOG.warn("{} is not told that it waits: {}", request, e.getMessage());
    }
  }

  /** The questions that are answered before, oldest first. */
  private List<Entry> ahead(Request request, String turnId) {
    Set<String> open =
        turns.open(request.conversation()).stream()
            .filter(turn -> turn.state() == TurnState.QUEUED || turn.state() == TurnState.RUNNING)
            .map(Turn::turnId)
            .filter(id -> !id.equals(turnId))
            .collect(Collectors.toUnmodifiableSet());
    if (open.isEmpty()) {
      return List.of();
    }
    Instant earliest = request.at().minus(LONGEST_WAIT);
    return history.recent(request.conversation(), MOST_LOOKED_AT).stream()
        .filter(entry -> entry.role() == Entry.Role.USER && entry.at().isAfter(earliest))
        .filter(entry -> Request.idsOf(entry.id()).map(request::turnId).anyMatch(open::contains))
        .toList();
  }

  private static String text(List<Entry> ahead) {
    Entry last = ahead.getLast();
    String question = "“" + excerpt(last.text()) + "”";
    return ahead.size() == 1
        ? "⏳ *Queued. I answer %s's %s first.*".formatted(last.author(), question)
        : "⏳ *Queued. I answer %d questions first, the last of them %s's %s.*"
            .formatted(ahead.size(), last.author(), question);
  }

  /** One line that neither ends the emphasis around it nor mentions anybody. */
  private static String excerpt(String question) {
    String line = question.replaceAll("[\\s*_~|`<>@\\[\\]]+", " ").strip();
    int end =
        line.offsetByCodePoints(0, Math.min(LONGEST_QUOTE, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end).strip() + "…" : line;
  }
}
