package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.button.ButtonId;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnLease;
import dev.gatehouse.chat.reply.Action;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a growing answer in one reply, as often as the platform allows: the first words at once,
 * afterwards always the newest text. It renews the turn's lease before each edit, and from time to
 * time between two, which also tells of a stop request: a worker whose turn another one has taken
 * over must not edit what that one shows. From time to time it keeps what it is about to show, for
 * a worker that may have to take over.
 */
final class ReplyStreamer {
  private final TurnPorts ports;
  private final TurnLease lease;
  private final AnswerBuffer buffer;
  private final CallOptions call;
  private final InstantSource clock;
  private final StreamingSettings settings;
  private final Instant firstSign;

  private @Nullable Reply reply;
  private @Nullable StreamResult interruption;
  private String shown = "";
  private long shownVersion = -1;
  private Instant nextShow;
  private Instant nextRenewal;
  private Instant nextKeep;

  /** Until when the lease is surely ours, with a margin for clocks that differ. */
  private Instant heldUntil;

  ReplyStreamer(
      TurnPorts ports,
      TurnLease lease,
      Optional<Reply> resumed,
      AnswerBuffer buffer,
      CallOptions call,
      InstantSource clock,
      StreamingSettings settings) {
    this.ports = ports;
    this.lease = lease;
    this.reply = resumed.orElse(null);
    this.buffer = buffer;
    this.call = call;
    this.clock = clock;
    this.settings = settings;
    this.nextShow = clock.instant();
    this.nextRenewal = nextShow.plus(settings.poll());
    this.nextKeep = nextShow;
    this.heldUntil = heldFrom(nextShow);
    this.firstSign = nextShow.plus(settings.firstSign());
  }

  /** The reply that shows the answer, if one was opened. */
  Optional<Reply> reply() {
    return Optional.ofNullable(reply);
  }

  /** Streams until the model ends or something interrupts it. */
  StreamResult stream() throws InterruptedException {
    long seen = buffer.version();
    while (buffer.ending().isEmpty() && interruption == null) {
      work();
      seen = buffer.awaitChange(seen, untilNextMove());
    }
    if (interruption == null) {
      return new StreamResult.ModelEnded(buffer.ending().orElseThrow());
    }
    call.cancellation().cancel();
    buffer.awaitEnd(settings.grace());
    buffer.end(new Ending.Cancelled());
    return interruption;
  }

  private void work() {
    Instant now = clock.instant();
    if (!now.isBefore(call.deadline())) {
      interruption = new StreamResult.OutOfTime();
      return;
    }
    try {
      if (!now.isBefore(nextShow) && hasNews(now)) {
        show(buffer.content(), now);
      }
      if (interruption == null && !clock.instant().isBefore(nextRenewal)) {
        renew(Optional.empty());
      }
    } catch (LeaseLostException e) {
      interruption = new StreamResult.LeaseLost();
    }
  }

  private boolean hasNews(Instant now) {
    return shownVersion != buffer.version() || isLate(now);
  }

  /** Whether a sign of life is due though nothing is shown. */
  private boolean isLate(Instant now) {
    return shown.isEmpty() && lease.shownBefore().isBlank() && !now.isBefore(firstSign);
  }

  private void show(AnswerBuffer.Content content, Instant now) {
    String text = display(content, now);
    if (text.isEmpty() || text.equals(shown)) {
      shownVersion = content.version();
      return;
    }
    renew(dueToKeep(content.text(), now));
    if (interruption != null) {
      return;
    }
    if (!clock.instant().isBefore(heldUntil)) {
      nextShow = clock.instant().plus(settings.retryAfter());
      return;
    }
    try {
      Duration pause = put(new Draft(text, List.of(stopButton())));
      nextShow = clock.instant().plus(longer(settings.leastGap(), pause));
      shown = text;
      shownVersion = content.version();
    } catch (ReplyException e) {
      nextShow = clock.instant().plus(settings.retryAfter());
      if (!e.retryable()) {
        interruption = new StreamResult.ChannelGone(e);
      }
    }
  }

  /**
   * The text so far; before the first word why it takes so long, unless the reply still shows what
   * an earlier worker wrote.
   */
  private String display(AnswerBuffer.Content content, Instant now) {
    if (!content.text().isBlank()) {
      return content.text();
    }
    if (!lease.shownBefore().isBlank()) {
      return "";
    }
    if (content.waitingBecause().isPresent()) {
      return "*The model's provider is not answering right now; asking again…*";
    }
    return isLate(now) ? "*Thinking…*" : "";
  }

  private Duration put(Draft draft) {
    if (reply != null) {
      return reply.show(draft);
    }
    reply = ports.open(lease.request(), draft);
    nextRenewal = clock.instant();
    return Duration.ZERO;
  }

  private Optional<String> dueToKeep(String text, Instant now) {
    return text.isBlank() || now.isBefore(nextKeep) ? Optional.empty() : Optional.of(text);
  }

  /**
   * A table that does not answer is asked again at the next look; until then, what is shown may
   * grow while the lease is surely ours.
   */
  private void renew(Optional<String> toKeep) {
    Instant now = clock.instant();
    nextRenewal = now.plus(settings.poll());
    Optional<String> reference = reply().map(Reply::reference);
    try {
      Turn turn =
          toKeep
              .map(text -> lease.renewAndKeep(reference, text))
              .orElseGet(() -> lease.renew(reference));
      heldUntil = heldFrom(now);
      if (toKeep.isPresent()) {
        nextKeep = now.plus(settings.keepShown());
      }
      if (turn.stopRequested()) {
        interruption = new StreamResult.Stopped();
      }
    } catch (TableUnavailableException e) {
      ports.log().trouble(lease.request().turnId(), "the table does not answer", e);
    }
  }

  private Instant heldFrom(Instant renewal) {
    return renewal.plus(settings.lease().dividedBy(2));
  }

  private Action stopButton() {
    return new ButtonId.Stop(lease.request().turnId()).button();
  }

  /** Text that waits to be shown is due at the next edit; otherwise the next look is enough. */
  private Duration untilNextMove() {
    Instant now = clock.instant();
    Duration toShow = hasNews(now) ? Duration.between(now, nextShow) : settings.poll();
    Duration toDeadline = Duration.between(now, call.deadline());
    return longer(Duration.ZERO, shorter(shorter(toShow, settings.poll()), toDeadline));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
