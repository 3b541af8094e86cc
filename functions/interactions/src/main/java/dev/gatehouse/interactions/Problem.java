package dev.gatehouse.interactions;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.gatehouse.interactions.http.WebhookResponse;

/** An error for the client: which field, why, what would be right. */
final class Problem {
  private Problem() {}

  static WebhookResponse response(int status, String message) {
    return new WebhookResponse(status, "{\"error\":" + quoted(message) + "}");
  }

  /** The text as a JSON string. */
  static String quoted(String text) {
    return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
