package dev.gatehouse.local.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes back to the client.
 *
 * @param headers by name, several values only for cookies
 */
record ProxyResponse(int status, Map<String, List<String>> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTENT_TYPE = "content-type";

  /** An answer of the API itself, in its own form. */
  static ProxyResponse message(int status, String text) {
    return json(status, JSON.createObjectNode().put("message", text));
  }

  static ProxyResponse json(int status, JsonNode body) {
    return new ProxyResponse(
        status, Map.of(CONTENT_TYPE, List.of("application/json")), bytes(body.toString()));
  }

  /**
   * Reads a function's answer. Without a {@code statusCode} the whole answer is the body.
   *
   * @throws IOException when the answer is not what the payload format allows
   */
  static ProxyResponse read(byte[] payload) throws IOException {
    JsonNode answer = parse(payload);
    if (!answer.has("statusCode")) {
      return json(200, answer);
    }
    int status = answer.path("statusCode").asInt();
    if (status < 100 || status > 599) {
      throw new IOException("statusCode must be an HTTP status, was " + answer.path("statusCode"));
    }
    return new ProxyResponse(status, headers(answer), body(answer));
  }

  private static JsonNode parse(byte[] payload) throws IOException {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new IOException("the answer is not JSON", e);
    }
  }

  private static Map<String, List<String>> headers(JsonNode answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put(CONTENT_TYPE, List.of("text/plain; charset=utf-8"));
    answer
        .path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey(), List.of(e.getValue().asText())));
    List<String> cookies = answer.path("cookies").valueStream().map(JsonNode::asText).toList();
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    return headers;
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : bytes(body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
