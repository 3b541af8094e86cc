package dev.gatehouse.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What the server answers. */
public sealed interface Reply {

  /** A whole response. */
  record Full(int status, Map<String, String> headers, byte[] body) implements Reply {
    /** The same response with one more header. */
    public Full with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Full(status, more, body);
    }
  }

  /**
   * Server-sent events for as long as the client listens.
   *
   * @param subscribe takes the sink and answers what ends the subscription
   */
  record Stream(Function<EventSink, Runnable> subscribe) implements Reply {}

  /** JSON with a status. The content type has no charset: some clients compare it as a whole. */
  static Full json(int status, JsonNode body) {
    return new Full(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
  }

  /** JSON with status 200. */
  static Full ok(JsonNode body) {
    return json(200, body);
  }

  /** Status 204. */
  static Full noContent() {
    return new Full(204, Map.of(), new byte[0]);
  }

  /** A line of plain text. */
  static Full text(int status, String text) {
    return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes of a media type. */
  static Full bytes(int status, String contentType, byte[] body) {
    return new Full(status, Map.of("Content-Type", contentType), body);
  }
}
