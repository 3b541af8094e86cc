package dev.gatehouse.testkit.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.blob.BlobStore;
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

    assertThat(blobs.get("old")).isEmpty();
    assertThat(blobs.keys()).isEqualTo(Set.of("new"));
  }
}
