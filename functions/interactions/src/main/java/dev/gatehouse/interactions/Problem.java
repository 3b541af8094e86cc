package dev.gatehouse.interactions;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.gatehouse.interactions.http.HttpResponse;

/** An error for the client: which field, why, what would be right. */
final class Problem {
  private Problem() {}

  static HttpResponse response(int status, String message) {
    String escaped = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(message));
    return new HttpResponse(status, "{\"error\":\"" + escaped + "\"}");
  }
}
