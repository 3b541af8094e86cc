package dev.gatehouse.discord.rest;

import dev.gatehouse.contracts.retry.Backoff;
import java.io.IOException;
import java.time.Duration;

/**
 * Waits for the acknowledgement of an interaction. A worker may be faster than the answer that
 * defers the response; until that has arrived, Discord does not know the interaction's webhook.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages">Follow-up
 *     messages</a>
 */
final class AcknowledgementExchange implements Exchange {
  /** As long as an acknowledgement may take. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private static final int NOT_FOUND = 404;

  private final Backoff backoff;
  private final Time time;
  private final Exchange next;

  AcknowledgementExchange(Backoff backoff, Time time, Exchange next) {
    this.backoff = backoff;
    this.time = time;
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    ApiResponse response = next.exchange(request);
    long end = time.nanos() + LONGEST.toNanos();
    for (int attempt = 1; isEarly(request.route(), response) && time.nanos() < end; attempt++) {
      time.sleep(backoff.after(attempt));
      response = next.exchange(request);
    }
    return response;
  }

  private static boolean isEarly(Route route, ApiResponse response) {
    return route.credential() == Route.Credential.INTERACTION_TOKEN
        && response.status() == NOT_FOUND
        && ApiErrors.tree(response.body()).path("code").asInt() == ErrorCode.UNKNOWN_WEBHOOK;
  }
}
