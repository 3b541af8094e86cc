package dev.gatehouse.conversation.once;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Claims of work, each a row with conditional writes that name the worker. */
public final class Once {
  private final Table table;
  private final InstantSource clock;

  public Once(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  public Claim claim(String key, String worker, Duration lease) {
    Instant now = clock.instant();
    Optional<Item> before = table.get(row(key));
    if (before.flatMap(item -> item.text("result")).isPresent()) {
      return new Claim.Finished(before.get().text("result").orElseThrow());
    }
    Optional<Item> taken =
        table.updateIf(
            row(key),
            List.of(
                Change.set("worker", Value.of(worker)),
                Change.set("lease_until", Value.of(now.plus(lease).toEpochMilli()))),
            Condition.belowOrMissing("lease_until", now.toEpochMilli()));
    if (taken.isEmpty()) {
      return new Claim.Held(
          Instant.ofEpochMilli(before.map(item -> item.number("lease_until", 0)).orElse(0L)));
    }
    return before.isEmpty()
        ? new Claim.Fresh()
        : new Claim.Resumed(taken.get().text("progress").orElse(""));
  }

  public boolean progress(String key, String worker, String text) {
    return table
        .updateIf(
            row(key),
            List.of(Change.set("progress", Value.of(text))),
            Condition.equal("worker", Value.of(worker)))
        .isPresent();
  }

  public boolean finish(String key, String worker, String result, Duration keepFor) {
    return table
        .updateIf(
            row(key),
            List.of(
                Change.set("result", Value.of(result)),
                Change.set(Item.TTL, Value.of(clock.instant().plus(keepFor).getEpochSecond()))),
            Condition.equal("worker", Value.of(worker)))
        .isPresent();
  }

  private static Key row(String key) {
    return new Key("once#" + key, "once");
  }
}
