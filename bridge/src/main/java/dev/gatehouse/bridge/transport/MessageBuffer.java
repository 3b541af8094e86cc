package dev.gatehouse.bridge.transport;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a message is put together: grown for a large one, which is then given away. What is above
 * the limit passes through, and is not held.
 */
final class MessageBuffer {
  private static final int USUAL_SIZE = 16 * 1024;

  /** An inflater needs room for a byte more to see that nothing follows. */
  private static final int PROBE = 1;

  private final int messageBytes;
  private byte[] bytes = new byte[USUAL_SIZE];
  private int length;
  private @Nullable PassingMessage passing;

  MessageBuffer(int messageBytes) {
    this.messageBytes = messageBytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void added(int count) {
    length += count;
  }

  int room() {
    return bytes.length - length;
  }

  /** Makes room for at least {@code count} more bytes, which are not more than fit usually. */
  void ensureRoom(int count) throws BrokenStreamException {
    int largest = messageBytes + PROBE;
    if (passing != null || length + count > largest) {
      letPass();
    } else if (room() < count) {
      bytes = Arrays.copyOf(bytes, Math.min(largest, Math.max(2 * bytes.length, length + count)));
    }
  }

  void append(byte[] from, int start, int end) throws BrokenStreamException {
    for (int at = start; at < end; ) {
      ensureRoom(Math.min(USUAL_SIZE, end - at));
      int count = Math.min(room(), end - at);
      System.arraycopy(from, at, bytes, length, count);
      added(count);
      at += count;
    }
  }

  /** What has been added, up to the next call of {@link #ensureRoom}; begins the next message. */
  Incoming message() throws BrokenStreamException {
    if (passing != null || length > messageBytes) {
      Incoming passed = letPass().end();
      passing = null;
      return passed;
    }
    Incoming.Data whole = new Incoming.Data(bytes, 0, length);
    length = 0;
    if (bytes.length > USUAL_SIZE) {
      bytes = new byte[USUAL_SIZE];
    }
    return whole;
  }

  private PassingMessage letPass() throws BrokenStreamException {
    PassingMessage message = passing == null ? new PassingMessage() : passing;
    passing = message;
    message.add(bytes, 0, length);
    length = 0;
    if (bytes.length > USUAL_SIZE) {
      bytes = new byte[USUAL_SIZE];
    }
    return message;
  }
}
