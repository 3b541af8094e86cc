package dev.gatehouse.local.edge;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An HTTP request at the edge.
 *
 * @param path as sent, still encoded
 * @param query as sent, without the question mark
 * @param headers by lower-case name
 */
record Incoming(
    String method,
    String path,
    String query,
    String protocol,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp) {
  static Incoming of(HttpExchange exchange, byte[] body) {
    String query = exchange.getRequestURI().getRawQuery();
    return new Incoming(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        exchange.getProtocol(),
        lowerCase(exchange.getRequestHeaders()),
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  /** A header's values joined by commas, as the API hands them on; empty when absent. */
  String header(String name) {
    return String.join(",", headers.getOrDefault(name, List.of()));
  }

  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> e.getKey().toLowerCase(Locale.ROOT),
                e -> List.copyOf(e.getValue()),
                (a, b) -> b,
                TreeMap::new));
  }
}
