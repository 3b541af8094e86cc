package dev.gatehouse.simulator.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most 120 events from a client in any 60 seconds.
 *
 * @see <a href="https://discord.com/developers/docs/topics/gateway#rate-limiting">Rate limiting</a>
 */
final class CommandLimit {
  private static final int LIMIT = 120;
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final Clock clock;
  private final Deque<Instant> recent = new ArrayDeque<>();

  CommandLimit(Clock clock) {
    this.clock = clock;
  }

  /** Counts one event; false when it is one too many. */
  boolean allows() {
    Instant now = clock.instant();
    while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
      recent.removeFirst();
    }
    recent.addLast(now);
    return recent.size() <= LIMIT;
  }
}
