package dev.gatehouse.bridge.transport;

import org.jspecify.annotations.Nullable;

/** Undoes a stream compression, message by message. */
interface Decompressor extends AutoCloseable {
  /** The message inside, or null when it goes on in the next frame. */
  Incoming.@Nullable Data decompress(Incoming.Data message) throws BrokenStreamException;

  @Override
  void close();
}
