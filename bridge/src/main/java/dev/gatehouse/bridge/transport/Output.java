package dev.gatehouse.bridge.transport;

import java.util.Arrays;

/** Where decompressed bytes go: grown for a large message, small again after it. */
final class Output {
  private static final int USUAL_SIZE = 64 * 1024;

  private final int messageBytes;
  private byte[] bytes = new byte[USUAL_SIZE];
  private int length;

  Output(int messageBytes) {
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

  /** Begins the next message. */
  void clear() {
    length = 0;
    if (bytes.length > USUAL_SIZE) {
      bytes = new byte[USUAL_SIZE];
    }
  }

  /** Makes room for at least {@code count} more bytes. */
  void ensureRoom(int count) throws BrokenStreamException {
    if (room() >= count) {
      return;
    }
    if (length + count > messageBytes) {
      throw new BrokenStreamException(
          "a decompressed message is above the limit of " + messageBytes + " bytes");
    }
    bytes =
        Arrays.copyOf(bytes, Math.min(messageBytes, Math.max(2 * bytes.length, length + count)));
  }

  Incoming.Data message() {
    return new Incoming.Data(bytes, 0, length);
  }
}
