package dev.gatehouse.interactions.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the client sent it.
 *
 * @param headers by lower-case name; the first value where a name came more than once
 * @param body the raw bytes, base64 undone
 * @param arrival when API Gateway got it, if that is known
 */
public record WebhookRequest(Map<String, String> headers, byte[] body, @Nullable Instant arrival) {
  public WebhookRequest {
    headers = Map.copyOf(headers);
  }

  /** A request of which nobody knows when it arrived. */
  public WebhookRequest(Map<String, String> headers, byte[] body) {
    this(headers, body, null);
  }

  /**
   * The header of that name, in any case (<a
   * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.1">RFC 9110</a>).
   */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
