package dev.gatehouse.local.edge;

import dev.gatehouse.local.host.Invoker;
import dev.gatehouse.local.template.Trigger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A route and the function behind it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routes
 *     of HTTP APIs</a>
 */
public record Route(Trigger.HttpRoute definition, Invoker function) {
  /** The path's variables when this route serves the request. */
  Optional<Map<String, String>> match(String method, String path) {
    boolean served = definition.method().equals("ANY") || definition.method().equals(method);
    return served ? variables(path) : Optional.empty();
  }

  /** Fewer variables first, a greedy one last: the most specific route wins. */
  int breadth() {
    String path = definition.path();
    int variables = (int) path.chars().filter(c -> c == '{').count();
    return variables
        + (path.contains("+}") ? 100 : 0)
        + (definition.method().equals("ANY") ? 1 : 0);
  }

  private Optional<Map<String, String>> variables(String path) {
    String[] wanted = definition.path().split("/", -1);
    String[] given = path.split("/", -1);
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      String part = wanted[i];
      if (part.endsWith("+}") && i < given.length) {
        variables.put(part.substring(1, part.length() - 2), rest(given, i));
        return Optional.of(variables);
      }
      if (i >= given.length || !takes(part, given[i], variables)) {
        return Optional.empty();
      }
    }
    return wanted.length == given.length ? Optional.of(variables) : Optional.empty();
  }

  private static boolean takes(String part, String given, Map<String, String> variables) {
    if (!part.startsWith("{")) {
      return part.equals(given);
    }
    variables.put(part.substring(1, part.length() - 1), decode(given));
    return !given.isEmpty();
  }

  private static String rest(String[] given, int from) {
    return decode(String.join("/", java.util.Arrays.copyOfRange(given, from, given.length)));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
