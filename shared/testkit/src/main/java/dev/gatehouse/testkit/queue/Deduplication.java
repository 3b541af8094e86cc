package dev.gatehouse.testkit.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers the deduplication ids of the last five minutes, counted from the first message of each.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html">MessageDeduplicationId</a>
 */
final class Deduplication {
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private record Seen(String messageId, Instant until) {}

  private final Clock clock;
  private final Map<String, Seen> seen = new HashMap<>();

  Deduplication(Clock clock) {
    this.clock = clock;
  }

  /** The message id of the first message with that id, which is stored if this is the first. */
  String firstOf(String deduplicationId, Supplier<String> store) {
    Instant now = clock.instant();
    seen.values().removeIf(entry -> !entry.until().isAfter(now));
    return seen.computeIfAbsent(deduplicationId, id -> new Seen(store.get(), now.plus(INTERVAL)))
        .messageId();
  }
}
