package dev.gatehouse.discord.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the decorators.
 *
 * @param query parameters after the path, unencoded
 * @param repeatable whether sending it twice does what sending it once does
 */
public record ApiRequest(
    Route route,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable ApiBody body,
    boolean repeatable) {

  public ApiRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** A request without query and body. */
  static ApiRequest of(Route route) {
    return new ApiRequest(route, Map.of(), Map.of(), null, route.method().idempotent());
  }

  ApiRequest withQuery(Map<String, String> parameters) {
    return new ApiRequest(route, parameters, headers, body, repeatable);
  }

  ApiRequest withBody(ApiBody content) {
    return new ApiRequest(route, query, headers, content, repeatable);
  }

  /** Says that Discord recognises a second sending, or that one does no harm. */
  ApiRequest asRepeatable() {
    return new ApiRequest(route, query, headers, body, true);
  }

  ApiRequest withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ApiRequest(route, query, more, body, repeatable);
  }

  /** Headers hold the bot's token and the body what people wrote: neither is printed. */
  @Override
  public String toString() {
    return "ApiRequest[" + route + "]";
  }
}
