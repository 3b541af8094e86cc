package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application's session starts: so many a day, and one per bucket every few seconds.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/topics/gateway#session-start-limit-object">Session
 *     start limit</a>
 */
final class IdentifyBudget {
  private static final Duration DAY = Duration.ofDays(1);

  private final Clock clock;
  private final GatewaySettings settings;
  private final Map<Integer, Instant> lastByBucket = new HashMap<>();
  private @Nullable Instant resetsAt;
  private int used;

  /** What an IDENTIFY meets. */
  enum Verdict {
    GRANTED,
    TOO_FAST,
    EXHAUSTED
  }

  IdentifyBudget(Clock clock, GatewaySettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  Verdict take(int shardId) {
    renew();
    if (used >= settings.sessionStarts()) {
      return Verdict.EXHAUSTED;
    }
    int bucket = shardId % settings.maxConcurrency();
    Instant last = lastByBucket.get(bucket);
    if (last != null && last.plus(settings.identifyInterval()).isAfter(clock.instant())) {
      return Verdict.TOO_FAST;
    }
    lastByBucket.put(bucket, clock.instant());
    used++;
    return Verdict.GRANTED;
  }

  /** Discord's session start limit. */
  ObjectNode json() {
    renew();
    ObjectNode json = Json.object();
    json.put("total", settings.sessionStarts());
    json.put("remaining", settings.sessionStarts() - used);
    json.put("reset_after", resetAfter().toMillis());
    json.put("max_concurrency", settings.maxConcurrency());
    return json;
  }

  private Duration resetAfter() {
    return resetsAt == null ? DAY : Duration.between(clock.instant(), resetsAt);
  }

  private void renew() {
    if (resetsAt == null || !resetsAt.isAfter(clock.instant())) {
      resetsAt = clock.instant().plus(DAY);
      used = 0;
    }
  }
}
