package dev.gatehouse.bridge.transport;

import java.util.Arrays;

/** Where decompressed bytes go: grown for a large message, which is then given away. */
final class MessageBuffer {
  private static final int USUAL_SIZE = 16 * 1024;

  /** An inflater needs room for a byte more to see that nothing follows. */
  private static final int PROBE = 1;

  private final int messageBytes;
  private byte[] bytes = new byte[USUAL_SIZE];
  private int length;

  MessageBuffer(int messageBytes) {
    this.messageBytes = messageBytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void added(int count) throws BrokenStreamException {
    length += count;
    if (length > messageBytes) {
      throw tooLarge();
    }
  }

  int room() {
    return bytes.length - length;
  }

  /** Makes room for at least {@code count} more bytes. */
  void ensureRoom(int count) throws BrokenStreamException {
    if (room() >= count) {
      return;
    }
    int largest = messageBytes + PROBE;
    if (length + count > largest) {
      throw tooLarge();
    }
    bytes = Arrays.copyOf(bytes, Math.min(largest, Math.max(2 * bytes.length, length + count)));
  }

  /** What has been added, up to the next call of {@link #ensureRoom}; begins the next message. */
  Incoming.Data message() {
    Incoming.Data whole = new Incoming.Data(bytes, 0, length);
    length = 0;
    if (bytes.length > USUAL_SIZE) {
      bytes = new byte[USUAL_SIZE];
    }
    return whole;
  }

  private BrokenStreamException tooLarge() {
    return new BrokenStreamException(
        "a decompressed message is above the limit of " + messageBytes + " bytes");
  }
}
