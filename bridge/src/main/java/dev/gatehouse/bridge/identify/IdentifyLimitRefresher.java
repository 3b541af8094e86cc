package dev.gatehouse.bridge.identify;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import dev.gatehouse.bridge.shard.IdentifyGate.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Discord again how many identifies are left, since others may spend of the same budget: when
 * a day is over, when the remembered figure comes close to the reserve, and when it is old. Without
 * an answer the remembered figure counts. Safe for use by several threads.
 */
final class IdentifyLimitRefresher {
  private static final Logger LOG = LoggerFactory.getLogger(IdentifyLimitRefresher.class);

  /** When an answer is old. */
  private static final Duration OLD = Duration.ofHours(1);

  /** From one question to the next, unless a day has ended. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Figures up to this one are close to the reserve. */
  private static final int CLOSE = RemainingIdentifies.RESERVE + 30;

  private final GatewaySource source;
  private final LongSupplier nanos;
  private long answered;
  private long failed;
  private boolean doubtful;

  /** Made when Discord has answered: that answer may be asked for again as soon as it matters. */
  IdentifyLimitRefresher(GatewaySource source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
    this.answered = nanos.getAsLong() - PAUSE.toNanos();
    this.failed = answered;
  }

  /** What Discord says now, if that was worth asking and it has answered. */
  synchronized Optional<GatewayInfo> ask(IdentifyLimit remembered, Instant now) {
    doubtful |= remembered.isOver(now);
    boolean wanted =
        doubtful
            || isPast(OLD, answered)
            || (remembered.left() <= CLOSE && isPast(PAUSE, answered));
    return wanted && isPast(PAUSE, failed) ? ask() : Optional.empty();
  }

  /** No slot before the day's end, or before Discord has confirmed the figure. */
  synchronized Verdict refusal(IdentifyLimit day, Instant now) {
    Duration untilReset = Duration.between(now, day.resets());
    return new Verdict.Refused(
        doubtful && untilReset.compareTo(PAUSE) > 0 ? PAUSE : untilReset,
        "only "
            + day.left()
            + " identifies are left today, and past them Discord resets the token");
  }

  private Optional<GatewayInfo> ask() {
    try {
      GatewayInfo info = source.gateway();
      answered = nanos.getAsLong();
      doubtful = false;
      return Optional.of(info);
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("reason", e.toString()).log("cannot ask for the identifies left");
      failed = nanos.getAsLong();
      doubtful = true;
      return Optional.empty();
    }
  }

  private boolean isPast(Duration time, long since) {
    return nanos.getAsLong() - since >= time.toNanos();
  }
}
