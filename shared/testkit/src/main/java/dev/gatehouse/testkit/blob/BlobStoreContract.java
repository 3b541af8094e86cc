package dev.gatehouse.testkit.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.cloud.blob.BlobStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
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

    assertArrayEquals(bytes, blobs().get("key").orElseThrow());
  }

  @Test
  default void hasNothingUnderAnotherKey() {
    blobs().put("key", new byte[] {1});

    assertEquals(Optional.empty(), blobs().get("other"));
    assertEquals(Optional.empty(), blobs().get("key/below"));
  }

  @Test
  default void carriesMegabytes() {
    byte[] bytes = new byte[2_500_000];
    new Random(1).nextBytes(bytes);
    blobs().put("large", bytes);

    assertArrayEquals(bytes, blobs().get("large").orElseThrow());
  }

  /** Large enough to be stored in several parts. */
  @Test
  default void takesAPartOfAnArrayWhereItLies() {
    byte[] array = new byte[1_000_000];
    new Random(2).nextBytes(array);
    ByteBuffer part = ByteBuffer.wrap(array, 7, 900_000);
    blobs().put("part", part);

    assertArrayEquals(Arrays.copyOfRange(array, 7, 900_007), blobs().get("part").orElseThrow());
    assertEquals(900_000, part.remaining());
  }

  @Test
  default void carriesNothingAtAll() {
    blobs().put("empty", new byte[0]);

    assertArrayEquals(new byte[0], blobs().get("empty").orElseThrow());
  }

  @Test
  default void theLastPutWinsWhateverItsSize() {
    blobs().put("key", new byte[1_000_000]);
    blobs().put("key", new byte[] {1, 2, 3});

    assertArrayEquals(new byte[] {1, 2, 3}, blobs().get("key").orElseThrow());
  }

  @Test
  default void keysAreNamesAndNotPaths() {
    blobs().put("a/b c/é", new byte[] {1});
    blobs().put("../a", new byte[] {2});
    blobs().put("a", new byte[] {3});

    assertArrayEquals(new byte[] {1}, blobs().get("a/b c/é").orElseThrow());
    assertArrayEquals(new byte[] {2}, blobs().get("../a").orElseThrow());
    assertArrayEquals(new byte[] {3}, blobs().get("a").orElseThrow());
  }

  @Test
  default void keepsItsOwnCopy() {
    byte[] bytes = {1, 2};
    blobs().put("key", bytes);
    bytes[0] = 9;

    assertArrayEquals(new byte[] {1, 2}, blobs().get("key").orElseThrow());
  }
}
