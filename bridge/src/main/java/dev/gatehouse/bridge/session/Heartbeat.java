package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to send heartbeats, and whether the peer still lives (<a
 * href="https://docs.discord.com/developers/events/gateway#sending-heartbeats">Discord</a>). Any
 * frame counts as a sign of life, since acknowledgements can starve behind a flood of events.
 */
final class Heartbeat {
  private final RandomGenerator random;
  private Duration interval = Duration.ZERO;
  private @Nullable Instant next;
  private boolean heard = true;

  Heartbeat(RandomGenerator random) {
    this.random = random;
  }

  /** Op 10 came: the first beat follows after a random part of the interval. */
  void start(Duration interval, Instant now) {
    this.interval = interval;
    next = now.plusNanos((long) (interval.toNanos() * random.nextDouble()));
    heard = true;
  }

  void stop() {
    next = null;
  }

  void heard() {
    heard = true;
  }

  boolean isDue(Instant now) {
    return next != null && !now.isBefore(next);
  }

  /** Whether nothing at all came since the last beat. */
  boolean isZombie() {
    return !heard;
  }

  /** A timed beat goes out. */
  void beat(Instant now) {
    heard = false;
    next = now.plus(interval);
  }

  Optional<Instant> next() {
    return Optional.ofNullable(next);
  }
}
