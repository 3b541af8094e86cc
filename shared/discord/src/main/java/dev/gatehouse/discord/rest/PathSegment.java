package dev.gatehouse.discord.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as one segment of a path, so that no parameter can lead to another endpoint. */
final class PathSegment {
  private PathSegment() {}

  static String encode(String segment) {
    String encoded = URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }
}
