package dev.gatehouse.bridge.transport;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a fragmented message together. */
final class Fragments {
  private static final byte[] NOTHING = {};

  private final int messageBytes;
  private byte[] bytes = NOTHING;
  private int length;
  private boolean open;

  Fragments(int messageBytes) {
    this.messageBytes = messageBytes;
  }

  boolean isOpen() {
    return open;
  }

  /** Adds a fragment; returns the message once it is whole. */
  Incoming.@Nullable Data add(byte[] source, int from, int count, boolean last)
      throws BrokenStreamException {
    if (length + count > messageBytes) {
      throw new BrokenStreamException("a message is above the limit of " + messageBytes);
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
    open = !last;
    return last ? finish() : null;
  }

  private Incoming.Data finish() {
    Incoming.Data message = new Incoming.Data(bytes, 0, length);
    bytes = NOTHING;
    length = 0;
    return message;
  }
}
