package dev.gatehouse.testkit.blob;

import dev.gatehouse.cloud.blob.BlobStore;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Blobs in memory that keep {@link BlobStoreContract}. Safe for many threads. */
public final class InMemoryBlobs implements BlobStore {
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

  @Override
  public void put(String key, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    blobs.put(key, copy);
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(blobs.get(key)).map(byte[]::clone);
  }

  /** The keys of all blobs that are there. */
  public Set<String> keys() {
    return Set.copyOf(blobs.keySet());
  }

  /** Forgets the blob, as a store does whose rule says that it has expired. */
  public void expire(String key) {
    blobs.remove(key);
  }
}
