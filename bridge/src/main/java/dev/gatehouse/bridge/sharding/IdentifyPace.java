package dev.gatehouse.bridge.sharding;

import dev.gatehouse.contracts.Shard;
import java.time.Duration;

/**
 * How fast shards may identify (<a
 * href="https://docs.discord.com/developers/events/gateway#sharding-max-concurrency">Discord</a>):
 * one for each bucket and 5 s.
 */
final class IdentifyPace {
  /**
   * The gateway measures arrivals: an identify that was long on its way would shorten the time to
   * the next one.
   */
  private static final Duration MARGIN = Duration.ofMillis(250);

  /** From one turn of a bucket to the next. */
  static final Duration SPACING = Duration.ofSeconds(5).plus(MARGIN);

  private IdentifyPace() {}

  static int bucket(Shard shard, int maxConcurrency) {
    return shard.index() % maxConcurrency;
  }
}
