package dev.gatehouse.discord.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the answers that Discord holds against our address: 401, 403, and 429 outside the shared
 * scope.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans">Invalid
 *     request limit</a>
 */
final class InvalidResponses {
  private static final long WINDOW_NANOS = Duration.ofMinutes(10).toNanos();
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final int most;
  private final Deque<Long> times = new ArrayDeque<>();

  InvalidResponses(int most) {
    this.most = most;
  }

  synchronized void observe(ApiResponse response, long now) {
    if (isInvalid(response)) {
      times.addLast(now);
    }
  }

  /** Whether one more could be one too many. */
  synchronized boolean exhausted(long now) {
    while (!times.isEmpty() && now - times.getFirst() >= WINDOW_NANOS) {
      times.removeFirst();
    }
    return times.size() >= most;
  }

  private static boolean isInvalid(ApiResponse response) {
    return switch (response.status()) {
      case UNAUTHORIZED, FORBIDDEN -> true;
      case TooManyRequests.STATUS -> !isShared(response);
      default -> false;
    };
  }

  private static boolean isShared(ApiResponse response) {
    return TooManyRequests.in(response)
        .filter(refused -> refused.scope() == TooManyRequests.Scope.SHARED)
        .isPresent();
  }
}
