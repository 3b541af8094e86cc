package dev.gatehouse.testkit.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.cloud.blob.BlobStore;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InMemoryBlobsTest implements BlobStoreContract {
  private final InMemoryBlobs blobs = new InMemoryBlobs();

  @Override
  public BlobStore blobs() {
    return blobs;
  }

  @Test
  void anExpiredBlobIsGone() {
    blobs.put("old", new byte[1]);
    blobs.put("new", new byte[1]);
    blobs.expire("old");

    assertEquals(Optional.empty(), blobs.get("old"));
    assertEquals(Set.of("new"), blobs.keys());
  }
}
