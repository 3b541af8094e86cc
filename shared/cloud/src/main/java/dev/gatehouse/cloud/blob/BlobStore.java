package dev.gatehouse.cloud.blob;

import java.util.Optional;

/** Keeps payloads that are too large for a queue; they expire by the store's own rule. */
public interface BlobStore {
  /** Stores the bytes; returns when they are durable. Writing the same key again is harmless. */
  void put(String key, byte[] bytes);

  /** The bytes, unless they have expired or never were. */
  Optional<byte[]> get(String key);
}
