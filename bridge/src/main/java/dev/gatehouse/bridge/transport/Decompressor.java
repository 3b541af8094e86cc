package dev.gatehouse.bridge.transport;

import org.jspecify.annotations.Nullable;

/** Undoes a stream compression, message by message. */
interface Decompressor extends AutoCloseable {
  /** Takes a part of a message; nothing of it is kept beyond the call but what came out. */
  void add(byte[] bytes, int from, int to) throws BrokenStreamException;

  /** The message inside what was added, or null when it goes on in the next frame. */
  @Nullable Incoming end() throws BrokenStreamException;

  /** The message inside a whole one. */
  default @Nullable Incoming decompress(Incoming.Data message) throws BrokenStreamException {
    add(message.bytes(), message.from(), message.to());
    return end();
  }

  @Override
  void close();
}
