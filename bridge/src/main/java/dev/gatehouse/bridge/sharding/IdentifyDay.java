package dev.gatehouse.bridge.sharding;

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
record IdentifyDay(int total, int left, Instant resets) {
  private static final Duration DAY = Duration.ofDays(1);

  /** A reset that is due but not done yet. */
  private static final Duration SOON = Duration.ofMinutes(1);

  IdentifyDay {
    left = Math.clamp(left, 0, Math.max(0, total));
  }

  /** What Discord has just said. */
  static IdentifyDay told(GatewayInfo info, Instant now) {
    return new IdentifyDay(info.total(), info.remaining(), now.plus(untilReset(info)));
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
    return left > Allowance.RESERVE;
  }

  /** The same, or the day that it must be by now if Discord has not said otherwise. */
  IdentifyDay at(Instant now) {
    if (!isOver(now)) {
      return this;
    }
    long days = Duration.between(resets, now).dividedBy(DAY) + 1;
    return new IdentifyDay(total, total, resets.plus(DAY.multipliedBy(days)));
  }

  IdentifyDay spent() {
    return new IdentifyDay(total, left - 1, resets);
  }

  /** The one with less left. */
  IdentifyDay orLess(IdentifyDay other) {
    return other.left() < left ? other : this;
  }

  Allowance allowance(Instant now) {
    return new Allowance(total, left, Duration.between(now, resets));
  }
}
