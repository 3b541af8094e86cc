package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The turns of all processes of a bot: a row for each bucket tells when its next turn is. A turn is
 * due at its time, or when nobody has taken it for as long as it lasts: a clock that ran ahead,
 * another process's or ours, has written a time that is far away. Safe for use by several threads.
 */
final class SharedTurns {
  private static final String NEXT = "next";

  private final Table table;
  private final StateKeys keys;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<Integer, Waiting> waitings = new ConcurrentHashMap<>();

  /** The next turn of a bucket as the table told it, and since when it tells the same. */
  private record Waiting(long next, long since) {}

  SharedTurns(Table table, StateKeys keys, Clock clock, LongSupplier nanos) {
    this.table = table;
    this.keys = keys;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** How long until the bucket's next turn, never longer than the spacing; zero when it is due. */
  Duration untilDue(int bucket) {
    long now = clock.millis();
    long next =
        table.get(keys.identifyBucket(bucket)).map(row -> row.number(NEXT, now)).orElse(now);
    Waiting waiting =
        waitings.merge(
            bucket,
            new Waiting(next, nanos.getAsLong()),
            (known, found) -> known.next() == found.next() ? known : found);
    return next <= now || isLong(waiting)
        ? Duration.ZERO
        : Duration.ofMillis(Math.min(next - now, IdentifyPace.SPACING.toMillis()));
  }

  /** Takes the bucket's turn; false when another shard was faster. */
  boolean take(int bucket) {
    long now = clock.millis();
    Value next = Value.of(now + IdentifyPace.SPACING.toMillis());
    return table
        .updateIf(
            keys.identifyBucket(bucket),
            List.of(Change.set(NEXT, next)),
            due(waitings.get(bucket), now))
        .isPresent();
  }

  private Condition due(@Nullable Waiting waiting, long now) {
    Condition atItsTime = Condition.belowOrMissing(NEXT, now + 1);
    return waiting != null && isLong(waiting)
        ? Condition.any(atItsTime, Condition.equal(NEXT, Value.of(waiting.next())))
        : atItsTime;
  }

  private boolean isLong(Waiting waiting) {
    return nanos.getAsLong() - waiting.since() >= IdentifyPace.SPACING.toNanos();
  }
}
