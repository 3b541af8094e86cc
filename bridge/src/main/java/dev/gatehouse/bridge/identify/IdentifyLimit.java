package dev.gatehouse.bridge.identify;

import dev.gatehouse.bridge.api.GatewayInfo;
import java.time.Duration;
import java.time.Instant;

/**
 * A day of identifies (<a
 * href="https://docs.discord.com/developers/events/gateway#session-start-limit-object">Discord</a>).
 * The day is Discord's, not the calendar's.
 *
 * @param total that the day allows
 * @param left of them
 * @param resets when the day ends
 */
record IdentifyLimit(int total, int left, Instant resets) {
  private static final Duration DAY = Duration.ofDays(1);

  /** A reset that is due but not done yet. */
  private static final Duration SOON = Duration.ofMinutes(1);

  IdentifyLimit {
    left = Math.clamp(left, 0, Math.max(0, total));
  }

  /** What Discord has just said. */
  static IdentifyLimit told(GatewayInfo info, Instant now) {
    return new IdentifyLimit(info.total(), info.remaining(), now.plus(untilReset(info)));
  }

  private static Duration untilReset(GatewayInfo info) {
    if (info.resetAfter().isPositive()) {
      return info.resetAfter();
    }
    return info.remaining() < info.total() ? SOON : DAY;
  }

  int used() {
    return total - left;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(resets);
  }

  /** Whether more than the reserve is left. */
  boolean isOpen() {
    return left > RemainingIdentifies.RESERVE;
  }

  /** The same, or the day that it must be by now if Discord has not said otherwise. */
  IdentifyLimit at(Instant now) {
    if (!isOver(now)) {
      return this;
    }
    long days = Duration.between(resets, now).dividedBy(DAY) + 1;
    return new IdentifyLimit(total, total, resets.plus(DAY.multipliedBy(days)));
  }

  IdentifyLimit spent() {
    return new IdentifyLimit(total, left - 1, resets);
  }

  /** The one with less left. */
  IdentifyLimit orLess(IdentifyLimit other) {
    return other.left() < left ? other : this;
  }

  RemainingIdentifies remaining(Instant now) {
    return new RemainingIdentifies(total, left, Duration.between(now, resets));
  }
}
