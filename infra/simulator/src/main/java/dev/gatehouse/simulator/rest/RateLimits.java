package dev.gatehouse.simulator.rest;

import dev.gatehouse.simulator.http.Parameters;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.state.Application;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls per caller, bucket and top-level resource, and refuses those that are too many.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>
 */
public final class RateLimits {
  private static final int GLOBAL_PER_SECOND = 50;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Clock clock;
  private final boolean enabled;
  private final Map<Key, Window> windows = new HashMap<>();
  private final Map<Long, Window> globals = new HashMap<>();

  private record Key(long caller, String bucket, String resource) {}

  private record Window(int used, Instant endsAt) {}

  /** Limits by a clock, or none at all. */
  public RateLimits(Clock clock, boolean enabled) {
    this.clock = clock;
    this.enabled = enabled;
  }

  /** Runs the call when its bucket allows it, and says in the headers what is left. */
  Reply.Full apply(
      Routes.Match<RestRoute> match, Optional<Application> caller, Supplier<Reply.Full> call) {
    if (!enabled) {
      return call.get();
    }
    boolean underGlobal = match.route().handler().authenticated();
    long callerId = caller.map(Application::id).orElse(0L);
    Optional<Reply.Full> refused = underGlobal ? takeGlobal(callerId) : Optional.empty();
    if (refused.isPresent()) {
      return refused.get();
    }
    RouteLimit limit = RouteLimit.of(match.route().method(), match.route().template().text());
    Window window =
        take(new Key(callerId, limit.bucket(), resource(match.parameters())), limit.window());
    Reply.Full reply =
        window.used() > limit.limit()
            ? TooManyRequests.reply(seconds(window), "user", false)
            : call.get();
    return withHeaders(reply, limit, window);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    windows.clear();
    globals.clear();
  }

  private synchronized Optional<Reply.Full> takeGlobal(long caller) {
    Window window = next(globals.get(caller), SECOND);
    globals.put(caller, window);
    return window.used() > GLOBAL_PER_SECOND
        ? Optional.of(TooManyRequests.reply(seconds(window), "global", true))
        : Optional.empty();
  }

  private synchronized Window take(Key key, Duration length) {
    Window window = next(windows.get(key), length);
    windows.put(key, window);
    return window;
  }

  private Window next(@Nullable Window window, Duration length) {
    Instant now = clock.instant();
    return window == null || !window.endsAt().isAfter(now)
        ? new Window(1, now.plus(length))
        : new Window(window.used() + 1, window.endsAt());
  }

  private static String resource(Parameters parameters) {
    for (String name : new String[] {"channel", "guild", "webhook", "interaction"}) {
      String value = parameters.values().get(name);
      if (value != null) {
        return value + parameters.values().getOrDefault("token", "");
      }
    }
    return "";
  }

  private Reply.Full withHeaders(Reply.Full reply, RouteLimit limit, Window window) {
    double reset = window.endsAt().toEpochMilli() / 1000.0;
    return reply
        .with("X-RateLimit-Limit", Integer.toString(limit.limit()))
        .with("X-RateLimit-Remaining", Integer.toString(Math.max(0, limit.limit() - window.used())))
        .with("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", reset))
        .with("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", seconds(window)))
        .with("X-RateLimit-Bucket", limit.hash())
        .with("Via", TooManyRequests.VIA);
  }

  private double seconds(Window window) {
    return Math.max(1, Duration.between(clock.instant(), window.endsAt()).toMillis()) / 1000.0;
  }
}
