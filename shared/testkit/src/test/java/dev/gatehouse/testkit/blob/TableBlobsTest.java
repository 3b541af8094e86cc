package dev.gatehouse.testkit.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.TableBlobs;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
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
    assertThat(blobs.get("key").isPresent()).isTrue();

    clock.advance(Duration.ofSeconds(1));
    assertThat(blobs.get("key")).isEmpty();
  }

  @Test
  void noItemIsLargerThanTheTableTakes() {
    blobs.put("key", new byte[1_000_000]);

    table
        .query(new Query("blob#key", "part#", false, 100))
        .forEach(part -> assertThat(part.text("data").orElseThrow().length() <= 350_000).isTrue());
  }

  @Test
  void aBlobThatLostAPartIsGone() {
    blobs.put("key", new byte[1_000_000]);
    table.delete(table.query(new Query("blob#key", "part#", false, 1)).getFirst().key());

    assertThat(blobs.get("key")).isEmpty();
  }

  @Test
  void aPutThatFailsLeavesTheOldBlob() {
    blobs.put("key", new byte[] {1});
    table.unavailable(true);
    assertThatThrownBy(() -> blobs.put("key", new byte[] {2}))
        .isInstanceOf(TableUnavailableException.class);
    table.unavailable(false);

    assertThat(blobs.get("key").orElseThrow()).isEqualTo(new byte[] {1});
  }
}
