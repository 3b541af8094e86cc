package dev.gatehouse.testkit.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.blob.BlobStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What Gatehouse relies on of a blob store, which is empty for each test. */
public interface BlobStoreContract {
  /** The store under test. */
  BlobStore blobs();

  @Test
  default void readsBackWhatWasPut() {
    byte[] bytes = "content é".getBytes(StandardCharsets.UTF_8);
    blobs().put("key", bytes);

    assertThat(blobs().get("key").orElseThrow()).isEqualTo(bytes);
  }

  @Test
  default void hasNothingUnderAnotherKey() {
    blobs().put("key", new byte[] {1});

    assertThat(blobs().get("other")).isEmpty();
    assertThat(blobs().get("key/below")).isEmpty();
  }

  @Test
  default void carriesMegabytes() {
    byte[] bytes = new byte[2_500_000];
    new Random(1).nextBytes(bytes);
    blobs().put("large", bytes);

    assertThat(blobs().get("large").orElseThrow()).isEqualTo(bytes);
  }

  /** Large enough to be stored in several parts. */
  @Test
  default void takesAPartOfAnArrayWhereItLies() {
    byte[] array = new byte[1_000_000];
    new Random(2).nextBytes(array);
    ByteBuffer part = ByteBuffer.wrap(array, 7, 900_000);
    blobs().put("part", part);

    assertThat(blobs().get("part").orElseThrow()).isEqualTo(Arrays.copyOfRange(array, 7, 900_007));
    assertThat(part.remaining()).isEqualTo(900_000);
  }

  @Test
  default void carriesNothingAtAll() {
    blobs().put("empty", new byte[0]);

    assertThat(blobs().get("empty").orElseThrow()).isEqualTo(new byte[0]);
  }

  @Test
  default void theLastPutWinsWhateverItsSize() {
    blobs().put("key", new byte[1_000_000]);
    blobs().put("key", new byte[] {1, 2, 3});

    assertThat(blobs().get("key").orElseThrow()).isEqualTo(new byte[] {1, 2, 3});
  }

  @Test
  default void keysAreNamesAndNotPaths() {
    blobs().put("a/b c/é", new byte[] {1});
    blobs().put("../a", new byte[] {2});
    blobs().put("a", new byte[] {3});

    assertThat(blobs().get("a/b c/é").orElseThrow()).isEqualTo(new byte[] {1});
    assertThat(blobs().get("../a").orElseThrow()).isEqualTo(new byte[] {2});
    assertThat(blobs().get("a").orElseThrow()).isEqualTo(new byte[] {3});
  }

  @Test
  default void keepsItsOwnCopy() {
    byte[] bytes = {1, 2};
    blobs().put("key", bytes);
    bytes[0] = 9;

    assertThat(blobs().get("key").orElseThrow()).isEqualTo(new byte[] {1, 2});
  }
}
