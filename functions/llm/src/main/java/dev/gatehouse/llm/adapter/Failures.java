package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.llm.model.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Tells from what a call threw why it failed. */
final class Failures {
  private static final Pattern TOO_LONG =
      Pattern.compile(
          "prompt is too long|context[_ ](length|window|size)|maximum context|too many tokens"
              + "|request_too_large|exceeds? the (available|maximum)");
  private static final Pattern NO_CREDIT =
      Pattern.compile("insufficient_quota|credit balance|billing|exceeded your current quota");
  private static final Pattern FILTERED =
      Pattern.compile("content_filter|content_policy|content management policy");
  private static final Pattern LIMITED = Pattern.compile("rate_limit");

  private final String host;
  private final Timeouts timeouts;

  Failures(String host, Timeouts timeouts) {
    this.host = host;
    this.timeouts = timeouts;
  }

  Failure of(Throwable thrown) {
    return find(thrown, StatusException.class)
        .map(Failures::ofStatus)
        .or(() -> find(thrown, StalledException.class).map(e -> new Failure.TimedOut(e.silence())))
        .or(() -> find(thrown, StreamErrorException.class).map(Failures::ofEvent))
        .or(() -> unreachable(thrown))
        .or(() -> find(thrown, HttpTimeoutException.class).map(e -> silent()))
        .or(() ->
            find(thrown, JsonProcessingException.class).map(e -> new Failure.Unintelligible()))
        .or(() -> find(thrown, IOException.class).map(e -> new Failure.BrokenOff()))
        .orElseGet(Failure.Unintelligible::new);
  }

  private Failure silent() {
    return new Failure.TimedOut(timeouts.response());
  }

  private Optional<Failure> unreachable(Throwable thrown) {
    return causes(thrown)
        .filter(Failures::isNoConnection)
        .findFirst()
        .map(e -> new Failure.Unreachable(host));
  }

  private static boolean isNoConnection(Throwable thrown) {
    return thrown instanceof ConnectException
        || thrown instanceof UnknownHostException
        || thrown instanceof UnresolvedAddressException
        || thrown instanceof HttpConnectTimeoutException
        || thrown instanceof SSLException;
  }

  private static Failure ofStatus(StatusException error) {
    String body = Optional.ofNullable(error.getMessage()).orElse("").toLowerCase(Locale.ROOT);
    Optional<Duration> wait = error.retryAfter();
    int status = error.statusCode();
    if (status < 500 && has(NO_CREDIT).test(body)) {
      return new Failure.QuotaExhausted();
    }
    return switch (status) {
      case 401, 403 -> new Failure.Unauthorized(status);
      case 402 -> new Failure.QuotaExhausted();
      case 404 -> new Failure.ModelNotFound();
      case 413 -> new Failure.ContextTooLong();
      case 408, 409 -> new Failure.ServerError(status, wait);
      case 429 -> new Failure.RateLimited(wait);
      default -> status >= 500 ? new Failure.ServerError(status, wait) : ofRequest(status, body);
    };
  }

  private static Failure ofRequest(int status, String body) {
    if (has(TOO_LONG).test(body)) {
      return new Failure.ContextTooLong();
    }
    return has(FILTERED).test(body) ? new Failure.Refused() : new Failure.InvalidRequest(status);
  }

  /** An error that came as an event inside a stream that had begun well. */
  private static Failure ofEvent(StreamErrorException thrown) {
    String text = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    if (has(LIMITED).test(text)) {
      return new Failure.RateLimited(Optional.empty());
    }
    if (has(TOO_LONG).test(text)) {
      return new Failure.ContextTooLong();
    }
    return new Failure.ServerError(500, Optional.empty());
  }

  private static Predicate<String> has(Pattern pattern) {
    return pattern.asPredicate();
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
