package dev.gatehouse.discord.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a multipart body apart, as RFC 7578 says. */
final class MultipartReader {
  private static final Pattern NAME = Pattern.compile("form-data; name=\"([^\"]*)\"");

  private MultipartReader() {}

  /** The head and the content of one part. */
  record Part(String head, String latin1) {
    byte[] bytes() {
      return latin1.getBytes(ISO_8859_1);
    }
  }

  static Map<String, Part> read(String contentType, byte[] body) {
    String boundary = contentType.substring(contentType.indexOf("boundary=") + 9);
    Map<String, Part> parts = new LinkedHashMap<>();
    for (String piece : new String(body, ISO_8859_1).split("--" + Pattern.quote(boundary), -1)) {
      int end = piece.indexOf("\r\n\r\n");
      if (end >= 0) {
        String head = piece.substring(0, end);
        String content = piece.substring(end + 4, piece.length() - 2);
        Matcher name = NAME.matcher(head);
        parts.put(name.find() ? name.group(1) : "", new Part(head, content));
      }
    }
    return parts;
  }
}
