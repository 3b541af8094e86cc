package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.shard.IdentifyGate;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The identify gate of a process that shares its bot with no other one: one identify per bucket
 * ({@code shard % max_concurrency}) and 5 s, and a reserve of the day's budget that it leaves. The
 * budget starts over when Discord's does.
 */
public final class LocalIdentifyGate implements IdentifyGate {
  /** Identifies of the day that are kept for a person to use. */
  static final int RESERVE = 20;

  private static final Duration SPACING = Duration.ofSeconds(5);
  private static final Duration DAY = Duration.ofDays(1);

  private final int maxConcurrency;
  private final int total;
  private final LongSupplier nanos;
  private final Map<Integer, Long> nextTurn = new HashMap<>();
  private int remaining;
  private long resets;

  /**
   * @param info what Discord said at the start
   * @param nanos a monotonic clock
   */
  public LocalIdentifyGate(GatewayInfo info, LongSupplier nanos) {
    this.maxConcurrency = info.maxConcurrency();
    this.total = info.total();
    this.remaining = info.remaining();
    this.nanos = nanos;
    Duration untilReset = info.resetAfter().isPositive() ? info.resetAfter() : DAY;
    this.resets = nanos.getAsLong() + untilReset.toNanos();
  }

  @Override
  public synchronized Verdict request(Shard shard) {
    long now = nanos.getAsLong();
    startOverWhenDue(now);
    return remaining > RESERVE ? takeTurn(shard.index() % maxConcurrency, now) : exhausted(now);
  }

  private void startOverWhenDue(long now) {
    if (now - resets >= 0) {
      long days = (now - resets) / DAY.toNanos() + 1;
      resets += days * DAY.toNanos();
      remaining = total;
    }
  }

  private Verdict takeTurn(int bucket, long now) {
    long wait = nextTurn.getOrDefault(bucket, now) - now;
    if (wait > 0) {
      return new Verdict.Refused(Duration.ofNanos(wait), "");
    }
    nextTurn.put(bucket, now + SPACING.toNanos());
    remaining--;
    return new Verdict.Granted();
  }

  private Verdict exhausted(long now) {
    return new Verdict.Refused(
        Duration.ofNanos(resets - now),
        "only " + remaining + " identifies are left today, and past them Discord resets the token");
  }
}
