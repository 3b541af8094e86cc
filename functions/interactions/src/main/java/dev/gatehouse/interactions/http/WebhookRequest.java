package dev.gatehouse.interactions.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the client sent it.
 *
 * @param headers by lower-case name; the first value where a name came more than once
 * @param body the raw bytes, base64 undone
 */
public record WebhookRequest(Map<String, String> headers, byte[] body) {
  public WebhookRequest {
    headers = Map.copyOf(headers);
  }

  /**
   * The header of that name, in any case (<a
   * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.1">RFC 9110</a>).
   */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
