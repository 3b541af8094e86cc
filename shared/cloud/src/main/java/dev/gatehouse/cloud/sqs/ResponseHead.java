package dev.gatehouse.cloud.sqs;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** What the status line and the headers of an answer say about its body and its connection. */
final class ResponseHead {
  private static final byte[] VERSION = lower("http/1.");
  private static final byte[] CONTENT_LENGTH = lower("content-length:");
  private static final byte[] TRANSFER_ENCODING = lower("transfer-encoding:");
  private static final byte[] CONNECTION = lower("connection:");
  private static final byte[] DATE = lower("date:");
  private static final byte[] CHUNKED = lower("chunked");
  private static final byte[] CLOSE = lower("close");
  private static final int STATUS_AT = 9;
  private static final int STATUS_DIGITS = 3;
  private static final int MOST_DIGITS = 9;

  private int status;
  private int contentLength = -1;
  private boolean chunked;
  private boolean close;
  private String date = "";

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

  void statusLine(byte[] bytes, int offset, int length) throws ProtocolException {
    if (!startsWith(bytes, offset, length, VERSION) || length < STATUS_AT + STATUS_DIGITS) {
      throw new ProtocolException("the answer is no HTTP/1.1");
    }
    close = bytes[offset + VERSION.length] == '0';
    status = number(bytes, offset + STATUS_AT, STATUS_DIGITS);
  }

  void header(byte[] bytes, int offset, int length) throws ProtocolException {
    if (startsWith(bytes, offset, length, CONTENT_LENGTH)) {
      int start = skipSpace(bytes, offset + CONTENT_LENGTH.length, offset + length);
      contentLength = number(bytes, start, trimmedEnd(bytes, start, offset + length) - start);
    } else if (startsWith(bytes, offset, length, TRANSFER_ENCODING)) {
      chunked = hasValue(bytes, offset, length, TRANSFER_ENCODING, CHUNKED);
    } else if (startsWith(bytes, offset, length, CONNECTION)) {
      close |= hasValue(bytes, offset, length, CONNECTION, CLOSE);
    } else if (startsWith(bytes, offset, length, DATE)) {
      int start = skipSpace(bytes, offset + DATE.length, offset + length);
      int end = trimmedEnd(bytes, start, offset + length);
      date = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean hasValue(byte[] bytes, int offset, int length, byte[] name, byte[] value) {
    int start = skipSpace(bytes, offset + name.length, offset + length);
    return startsWith(bytes, start, offset + length - start, value);
  }

  private static int number(byte[] bytes, int offset, int digits) throws ProtocolException {
    if (digits < 1 || digits > MOST_DIGITS) {
      throw new ProtocolException("the answer's head has a malformed number");
    }
    int number = 0;
    for (int i = offset; i < offset + digits; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        throw new ProtocolException("the answer's head has a malformed number");
      }
      number = 10 * number + bytes[i] - '0';
    }
    return number;
  }

  private static int skipSpace(byte[] bytes, int offset, int end) {
    int at = offset;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  private static int trimmedEnd(byte[] bytes, int start, int end) {
    int at = end;
    while (at > start && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
    }
    return at;
  }

  /** Whether the bytes begin with that text, which is in lower case, in any case. */
  private static boolean startsWith(byte[] bytes, int offset, int length, byte[] text) {
    if (length < text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (lower(bytes[offset + i]) != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  private static byte[] lower(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
