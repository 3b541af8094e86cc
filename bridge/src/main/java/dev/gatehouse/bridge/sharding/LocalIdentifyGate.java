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
 * ({@code shard % max_concurrency}) and 5 s, and a reserve of the day's budget that it leaves.
 */
public final class LocalIdentifyGate implements IdentifyGate {
  /** Identifies of the day that are kept for a person to use. */
  static final int RESERVE = 20;

  private static final Duration SPACING = Duration.ofSeconds(5);

  private final int maxConcurrency;
  private final LongSupplier nanos;
  private final Map<Integer, Long> nextTurn = new HashMap<>();
  private final Duration resetAfter;
  private int remaining;

  public LocalIdentifyGate(GatewayInfo info, LongSupplier nanos) {
    this.maxConcurrency = info.maxConcurrency();
    this.remaining = info.remaining();
    this.resetAfter = info.resetAfter();
    this.nanos = nanos;
  }

  @Override
  public synchronized Verdict request(Shard shard) {
    if (remaining <= RESERVE) {
      return new Verdict.Refused(
          resetAfter.isPositive() ? resetAfter : SPACING,
          "only "
              + remaining
              + " identifies are left today, and past them Discord resets the token");
    }
    int bucket = shard.index() % maxConcurrency;
    long now = nanos.getAsLong();
    long wait = nextTurn.getOrDefault(bucket, now) - now;
    if (wait > 0) {
      return new Verdict.Refused(Duration.ofNanos(wait), "");
    }
    nextTurn.put(bucket, now + SPACING.toNanos());
    remaining--;
    return new Verdict.Granted();
  }
}
