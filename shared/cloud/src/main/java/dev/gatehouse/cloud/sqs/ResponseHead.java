package dev.gatehouse.cloud.sqs;

import java.net.ProtocolException;
import java.util.Locale;

/** What the status line and the headers of an answer say about its body and its connection. */
final class ResponseHead {
  private static final String VERSION = "HTTP/1.";
  private static final int STATUS_AT = VERSION.length() + 2;
  private static final int STATUS_END = STATUS_AT + 3;
  private static final int MOST_DIGITS = 9;

  private final int status;
  private int contentLength = -1;
  private boolean chunked;
  private boolean close;
  private String date = "";

  ResponseHead(String statusLine) throws ProtocolException {
    if (!statusLine.startsWith(VERSION) || statusLine.length() < STATUS_END) {
      throw new ProtocolException("the answer is no HTTP/1.1");
    }
    close = statusLine.charAt(VERSION.length()) == '0';
    status = number(statusLine.substring(STATUS_AT, STATUS_END));
  }

  int status() {
    return status;
  }

  /** In bytes; negative when the answer does not say. */
  int contentLength() {
    return contentLength;
  }

  /** The value of the {@code Date} header; empty when the answer has none. */
  String date() {
    return date;
  }

  boolean isChunked() {
    return chunked;
  }

  boolean keepsAlive() {
    return !close && (chunked || contentLength >= 0);
  }

  void header(String line) throws ProtocolException {
    int colon = Math.max(line.indexOf(':'), 0);
    String value = line.substring(Math.min(colon + 1, line.length())).strip();
    switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "content-length" -> contentLength = number(value);
      case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
      case "connection" -> close |= value.equalsIgnoreCase("close");
      case "date" -> date = value;
      default -> {}
    }
  }

  private static int number(String digits) throws ProtocolException {
    try {
      if (!digits.isEmpty() && digits.length() <= MOST_DIGITS && isDigit(digits.charAt(0))) {
        return Integer.parseInt(digits);
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new ProtocolException("the answer's head has a malformed number");
  }

  /** A sign is none. */
  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
