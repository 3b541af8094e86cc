package dev.gatehouse.bridge.identify;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The identify gate of a process that shares its bot with no other one: one identify for each
 * bucket and slot, within the day's budget but for the reserve. Safe for use by several threads.
 */
public final class LocalIdentifyGate implements MeteredIdentifyGate {
  private final int maxConcurrency;
  private final LongSupplier nanos;
  private final IdentifyLimitRefresher refresher;
  private final Map<Integer, Instant> nextSlot = new HashMap<>();
  private volatile IdentifyLimit day;

  /**
   * @param info what Discord said at the start
   * @param source what Discord says later
   * @param nanos a monotonic clock
   */
  public LocalIdentifyGate(GatewayInfo info, GatewaySource source, LongSupplier nanos) {
    this.maxConcurrency = info.maxConcurrency();
    this.nanos = nanos;
    this.refresher = new IdentifyLimitRefresher(source, nanos);
    this.day = IdentifyLimit.told(info, now());
  }

  @Override
  public synchronized Verdict request(Shard shard) {
    int bucket = IdentifySlots.bucket(shard, maxConcurrency);
    Duration wait = untilSlot(bucket);
    if (wait.isPositive()) {
      return new Verdict.Refused(wait, "");
    }
    day = today();
    return day.isOpen() ? takeSlot(bucket) : refresher.refusal(day, now());
  }

  @Override
  public RemainingIdentifies remaining() {
    Instant now = now();
    return day.at(now).remaining(now);
  }

  private Duration untilSlot(int bucket) {
    Instant now = now();
    return Duration.between(now, nextSlot.getOrDefault(bucket, now));
  }

  private IdentifyLimit today() {
    return refresher
        .ask(day, now())
        .map(info -> IdentifyLimit.told(info, now()))
        .orElseGet(() -> day.at(now()));
  }

  private Verdict takeSlot(int bucket) {
    nextSlot.put(bucket, now().plus(IdentifySlots.SPACING));
    day = day.spent();
    return new Verdict.Granted();
  }

  /** A time that only this process knows: it never jumps. */
  private Instant now() {
    return Instant.EPOCH.plusNanos(nanos.getAsLong());
  }
}
