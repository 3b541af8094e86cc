package dev.gatehouse.simulator.page;

import java.util.Map;

/** Media types by a file's ending. */
final class MediaTypes {
  private static final Map<String, String> BY_ENDING =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "map", "application/json");

  private MediaTypes() {}

  static String of(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return BY_ENDING.getOrDefault(ending, "application/octet-stream");
  }
}
