package dev.gatehouse.simulator.state;

import dev.gatehouse.simulator.json.Snowflake;
import java.time.Clock;

/** Makes ids that rise, whatever the clock does. */
public final class SnowflakeSource {
  private final Clock clock;
  private long last;

  /** Ids of the clock's time. */
  public SnowflakeSource(Clock clock) {
    this.clock = clock;
  }

  /** The next id. */
  public synchronized long next() {
    last = Math.max(last + 1, Snowflake.first(clock.millis()));
    return last;
  }
}
