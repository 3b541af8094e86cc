package dev.gatehouse.simulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with named places, such as {@code /channels/{channel}/messages}. */
public record Template(String text, List<String> segments) {

  /** Reads a template. */
  public static Template of(String text) {
    return new Template(text, split(text));
  }

  /** The values in the places, when the path has this shape. */
  public Optional<Parameters> match(String path) {
    List<String> actual = split(path);
    if (actual.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < actual.size(); i++) {
      if (isPlace(segments.get(i))) {
        values.put(name(segments.get(i)), actual.get(i));
      } else if (!segments.get(i).equals(actual.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Parameters(values));
  }

  private static boolean isPlace(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - 1);
  }

  private static List<String> split(String path) {
    String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return List.of(inner.substring(Math.min(1, inner.length())).split("/", -1));
  }
}
