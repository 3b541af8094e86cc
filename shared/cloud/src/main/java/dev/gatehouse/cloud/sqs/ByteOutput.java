package dev.gatehouse.cloud.sqs;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** A buffer that grows, is used again for the next request, and shrinks after a large one. */
final class ByteOutput {
  private static final int INITIAL = 16 * 1024;
  private static final int KEPT = 128 * 1024;
  private static final int SLICE = 8 * 1024;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private byte[] bytes = new byte[INITIAL];
  private int length;

  /** How many bytes there are. */
  int length() {
    return length;
  }

  /** Empties it. */
  ByteOutput clear() {
    length = 0;
    if (bytes.length > KEPT) {
      bytes = new byte[INITIAL];
    }
    return this;
  }

  /** One byte. */
  ByteOutput add(byte b) {
    room(1);
    bytes[length++] = b;
    return this;
  }

  /** All of them. */
  ByteOutput add(byte[] source) {
    return add(source, 0, source.length);
  }

  ByteOutput add(byte[] source, int offset, int count) {
    room(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    return this;
  }

  ByteOutput add(ByteOutput other) {
    return add(other.bytes, 0, other.length);
  }

  /** Text of the ASCII range: headers, digits, identifiers of AWS. */
  ByteOutput ascii(String text) {
    int count = text.length();
    room(count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  ByteOutput hex(byte[] source) {
    room(2 * source.length);
    for (byte b : source) {
      bytes[length++] = HEX[(b >> 4) & 0xf];
      bytes[length++] = HEX[b & 0xf];
    }
    return this;
  }

  /**
   * UTF-8 as the inside of a JSON string. Room for the longest form is kept for a slice at a time:
   * a whole body seldom grows by more than an eighth.
   */
  ByteOutput escaped(byte[] source, int offset, int count) {
    room(count + count / 8 + JsonEscape.LONGEST * Math.min(count, SLICE));
    int end = offset + count;
    for (int from = offset; from < end; from += SLICE) {
      int slice = Math.min(SLICE, end - from);
      room(JsonEscape.LONGEST * slice);
      length = JsonEscape.escape(source, from, slice, bytes, length);
    }
    return this;
  }

  void digest(MessageDigest digest) {
    digest.update(bytes, 0, length);
  }

  void writeTo(OutputStream target) throws IOException {
    target.write(bytes, 0, length);
  }

  /** A copy. */
  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length + bytes.length / 2, length + count));
    }
  }
}
