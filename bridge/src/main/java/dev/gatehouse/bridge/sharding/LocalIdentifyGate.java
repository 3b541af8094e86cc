package dev.gatehouse.bridge.sharding;

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
 * bucket and turn, within the day's budget but for the reserve. Safe for use by several threads.
 */
public final class LocalIdentifyGate implements MeteredGate {
  private final int maxConcurrency;
  private final LongSupplier nanos;
  private final Inquiry inquiry;
  private final Map<Integer, Instant> nextTurn = new HashMap<>();
  private volatile IdentifyDay day;

  /**
   * @param info what Discord said at the start
   * @param source what Discord says later
   * @param nanos a monotonic clock
   */
  public LocalIdentifyGate(GatewayInfo info, GatewaySource source, LongSupplier nanos) {
    this.maxConcurrency = info.maxConcurrency();
    this.nanos = nanos;
    this.inquiry = new Inquiry(source, nanos);
    this.day = IdentifyDay.told(info, now());
  }

  @Override
  public synchronized Verdict request(Shard shard) {
    int bucket = IdentifyPace.bucket(shard, maxConcurrency);
    Duration wait = untilTurn(bucket);
    if (wait.isPositive()) {
      return new Verdict.Refused(wait, "");
    }
    day = today();
    return day.isOpen() ? takeTurn(bucket) : inquiry.refusal(day, now());
  }

  @Override
  public Allowance allowance() {
    Instant now = now();
    return day.at(now).allowance(now);
  }

  private Duration untilTurn(int bucket) {
    Instant now = now();
    return Duration.between(now, nextTurn.getOrDefault(bucket, now));
  }

  private IdentifyDay today() {
    return inquiry
        .ask(day, now())
        .map(info -> IdentifyDay.told(info, now()))
        .orElseGet(() -> day.at(now()));
  }

  private Verdict takeTurn(int bucket) {
    nextTurn.put(bucket, now().plus(IdentifyPace.SPACING));
    day = day.spent();
    return new Verdict.Granted();
  }

  /** A time that only this process knows: it never jumps. */
  private Instant now() {
    return Instant.EPOCH.plusNanos(nanos.getAsLong());
  }
}
