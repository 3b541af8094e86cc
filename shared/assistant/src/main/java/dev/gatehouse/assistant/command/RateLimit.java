package dev.gatehouse.assistant.command;

import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Counts a person's questions in each minute of the clock, over all channels. */
public final class RateLimit {
  private static final String COUNT = "count";
  private static final long MINUTE = 60;

  private final Table table;
  private final InstantSource clock;
  private final int perMinute;

  public RateLimit(Table table, InstantSource clock, int perMinute) {
    if (perMinute < 1) {
      throw new IllegalArgumentException("perMinute: must be 1 or more, was " + perMinute);
    }
    this.table = table;
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /** Counts one question; how long to wait when it is one too many. */
  Optional<Duration> take(Platform platform, String userId) {
    Instant now = clock.instant();
    long minute = Math.floorDiv(now.getEpochSecond(), MINUTE);
    if (count(RowKeys.questionCount(platform, userId, minute), now) <= perMinute) {
      return Optional.empty();
    }
    Instant next = Instant.ofEpochSecond((minute + 1) * MINUTE);
    return Optional.of(Duration.between(now, next));
  }

  /** How many questions a minute are answered. */
  int perMinute() {
    return perMinute;
  }

  private long count(Key key, Instant now) {
    List<Change> changes =
        List.of(
            Change.add(COUNT, 1),
            Change.set(Item.TTL, Value.of(now.getEpochSecond() + 10 * MINUTE)));
    Condition always = Condition.any(Condition.absent(), Condition.present());
    return table.updateIf(key, changes, always).map(item -> item.number(COUNT, 1)).orElse(1L);
  }
}
