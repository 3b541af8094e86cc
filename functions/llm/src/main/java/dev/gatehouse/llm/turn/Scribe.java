package dev.gatehouse.llm.turn;

import dev.gatehouse.chat.reply.Action;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a growing answer in one reply, as often as the platform allows: the first words at once,
 * afterwards always the newest text. Between two edits it keeps the turn's lease and looks for a
 * stop request and at the clock.
 */
final class Scribe {
  private final Desk desk;
  private final Manuscript manuscript;
  private final CallOptions call;
  private final Timekeeping time;
  private final Pace pace;
  private final Instant firstSign;

  private @Nullable Reply reply;
  private Interruption interruption = Interruption.NONE;
  private String shown = "";
  private Instant nextShow;
  private Instant nextKeep;

  Scribe(Desk desk, Optional<Reply> resumed, Manuscript manuscript, CallOptions call, Timekeeping time) {
    this.desk = desk;
    this.reply = resumed.orElse(null);
    this.manuscript = manuscript;
    this.call = call;
    this.time = time;
    this.pace = time.pace();
    this.nextShow = time.now();
    this.nextKeep = nextShow;
    this.firstSign = nextShow.plus(pace.firstSign());
  }

  /** Writes until the manuscript ends or something interrupts it. */
  Written write() throws InterruptedException {
    Manuscript.Look look = manuscript.look();
    while (look.ending().isEmpty() && interruption == Interruption.NONE) {
      work(look);
      look = manuscript.awaitMore(look, untilNextMove(look));
    }
    if (interruption != Interruption.NONE) {
      call.cancellation().cancel();
      manuscript.awaitEnd(pace.grace());
      manuscript.end(new Ending.Cancelled());
    }
    Manuscript.Look last = manuscript.look();
    return new Written(
        last.text(), last.ending().orElseThrow(), interruption, Optional.ofNullable(reply));
  }

  private void work(Manuscript.Look look) {
    Instant now = time.now();
    if (!now.isBefore(call.deadline())) {
      interruption = Interruption.OUT_OF_TIME;
      return;
    }
    if (!now.isBefore(nextShow)) {
      show(look, now);
    }
    if (reply != null && !now.isBefore(nextKeep)) {
      keep(reply);
    }
  }

  private void show(Manuscript.Look look, Instant now) {
    String text = Progress.text(look, !now.isBefore(firstSign));
    if (text.isEmpty() || text.equals(shown)) {
      return;
    }
    try {
      nextShow = time.now().plus(longer(pace.leastGap(), put(draft(text))));
      nextKeep = time.now();
      shown = text;
    } catch (ReplyException e) {
      nextShow = time.now().plus(pace.retryAfter());
      interruption = e.retryable() ? interruption : Interruption.CHANNEL_GONE;
    }
  }

  private Duration put(Draft draft) {
    if (reply != null) {
      return reply.show(draft);
    }
    reply = desk.open(draft);
    return Duration.ZERO;
  }

  /** A table that does not answer is asked again at the next look: the lease outlasts that. */
  private void keep(Reply open) {
    nextKeep = time.now().plus(pace.poll());
    try {
      interruption =
          desk.keep(open.reference(), pace.lease())
              .map(turn -> turn.stopRequested() ? Interruption.STOPPED : interruption)
              .orElse(Interruption.LEASE_LOST);
    } catch (TableUnavailableException e) {
      desk.tableSilent(e);
    }
  }

  private Draft draft(String text) {
    Action stop = new Action("stop:" + desk.turnId(), "Stop", Action.Style.SECONDARY);
    return new Draft(text, List.of(stop));
  }

  /** Text that waits to be shown is due at the next edit; otherwise the next look is enough. */
  private Duration untilNextMove(Manuscript.Look look) {
    Instant now = time.now();
    String due = Progress.text(look, !now.isBefore(firstSign));
    boolean waiting = !due.isEmpty() && !due.equals(shown);
    Duration toShow = waiting ? Duration.between(now, nextShow) : pace.poll();
    return positive(shorter(shorter(toShow, pace.poll()), Duration.between(now, call.deadline())));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration positive(Duration d) {
    return d.isNegative() ? Duration.ZERO : d;
  }
}
