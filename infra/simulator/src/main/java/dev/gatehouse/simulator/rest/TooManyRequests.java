package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.json.Json;
import java.util.Locale;

/**
 * Status 429. Its {@code Via} header tells clients that the API itself answers, and no proxy before
 * it.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>
 */
final class TooManyRequests {
  static final String VIA = "1.1 simulator";

  private TooManyRequests() {}

  static Reply.Full reply(double retryAfter, String scope, boolean global) {
    ObjectNode body = Json.object();
    body.put("message", "You are being rate limited.");
    body.put("retry_after", retryAfter);
    body.put("global", global);
    Reply.Full reply =
        Reply.json(429, body)
            .with("Retry-After", String.format(Locale.ROOT, "%d", (long) Math.ceil(retryAfter)))
            .with("X-RateLimit-Scope", scope)
            .with("Via", VIA);
    return global ? reply.with("X-RateLimit-Global", "true") : reply;
  }
}
