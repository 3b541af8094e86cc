package dev.gatehouse.testkit.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.TableBlobs;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Blobs as items; here over the table in memory. */
final class TableBlobsTest implements BlobStoreContract {
  private static final Duration KEEP = Duration.ofDays(1);

  private final SettableClock clock = new SettableClock();
  private final InMemoryTable table = new InMemoryTable();
  private final TableBlobs blobs = new TableBlobs(table, KEEP, clock);

  @Override
  public BlobStore blobs() {
    return blobs;
  }

  @Test
  void expires() {
    blobs.put("key", new byte[] {1});
    clock.advance(KEEP.minusSeconds(1));
    assertTrue(blobs.get("key").isPresent());

    clock.advance(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), blobs.get("key"));
  }

  @Test
  void noItemIsLargerThanTheTableTakes() {
    blobs.put("key", new byte[1_000_000]);

    table
        .query(new Query("blob#key", "part#", false, 100))
        .forEach(part -> assertTrue(part.text("data").orElseThrow().length() <= 350_000));
  }

  @Test
  void aBlobThatLostAPartIsGone() {
    blobs.put("key", new byte[1_000_000]);
    table.delete(table.query(new Query("blob#key", "part#", false, 1)).getFirst().key());

    assertEquals(Optional.empty(), blobs.get("key"));
  }

  @Test
  void aPutThatFailsLeavesTheOldBlob() {
    blobs.put("key", new byte[] {1});
    table.unavailable(true);
    assertThrows(TableUnavailableException.class, () -> blobs.put("key", new byte[] {2}));
    table.unavailable(false);

    assertArrayEquals(new byte[] {1}, blobs.get("key").orElseThrow());
  }
}
