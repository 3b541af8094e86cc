package dev.gatehouse.cloud.blob;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Keeps payloads that are too large for a queue; they expire by the store's own rule. */
public interface BlobStore {
  /**
   * Stores what remains in the buffer; returns when it is durable. Writing the same key again is
   * harmless.
   *
   * @param bytes over an array, of which it may be a part, so that nobody has to copy it; its
   *     position stays
   */
  void put(String key, ByteBuffer bytes);

  /** Stores all of the bytes. */
  default void put(String key, byte[] bytes) {
    put(key, ByteBuffer.wrap(bytes));
  }

  /** The bytes, unless they have expired or never were. */
  Optional<byte[]> get(String key);
}
