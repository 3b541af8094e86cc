package dev.gatehouse.discord.rest;

import dev.gatehouse.contracts.retry.Backoff;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats what failed in passing. A call that Discord refused with 429 or that never left is always
 * repeated; one whose fate is unknown only when a repetition does no harm. Each repetition takes a
 * permit of its bucket again, and that is also where it waits after a 429.
 */
final class RetryExchange implements Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(RetryExchange.class);
  private static final int SERVER_ERROR = 500;

  /** A longer wait is for the caller to decide on. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final int attempts;
  private final Backoff backoff;
  private final Time time;
  private final Exchange next;

  RetryExchange(int attempts, Backoff backoff, Time time, Exchange next) {
    this.attempts = attempts;
    this.backoff = backoff;
    this.time = time;
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    for (int attempt = 1; attempt < attempts; attempt++) {
      try {
        ApiResponse response = next.exchange(request);
        if (!isPassing(request, response)) {
          return response;
        }
        LOG.warn("{} was answered with {}: trying again", request.route(), response.status());
        pauseAfter(response, attempt);
      } catch (IOException e) {
        if (!mayRepeat(request, e)) {
          throw e;
        }
        LOG.warn("{} failed: {}: trying again", request.route(), e.getClass().getSimpleName());
        time.sleep(backoff.after(attempt));
      }
    }
    return next.exchange(request);
  }

  private static boolean isPassing(ApiRequest request, ApiResponse response) {
    return TooManyRequests.in(response)
        .map(refused -> refused.retryAfter().compareTo(LONGEST_WAIT) <= 0)
        .orElse(response.status() >= SERVER_ERROR && request.repeatable());
  }

  private void pauseAfter(ApiResponse response, int attempt) throws InterruptedException {
    if (response.status() != TooManyRequests.STATUS) {
      time.sleep(backoff.after(attempt));
    }
  }

  private static boolean mayRepeat(ApiRequest request, IOException failure) {
    return request.repeatable()
        || failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException;
  }
}
