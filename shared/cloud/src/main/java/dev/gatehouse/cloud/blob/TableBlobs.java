package dev.gatehouse.cloud.blob;

import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Blobs in a table, where there is no bucket. A blob is cut into parts that fit into an item; the
 * head, written last, names the parts by the hash of the whole, so a reader never sees half of two
 * writes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items">Item
 *     size: at most 400 KB</a>
 */
public final class TableBlobs implements BlobStore {
  /** As Base64 this makes 350 KB. */
  private static final int PART_BYTES = 262_500;

  private static final int MOST_PARTS = 10_000;
  private static final String HEAD = "head";
  private static final String PARTS = "parts";
  private static final String HASH = "hash";
  private static final String DATA = "data";

  private final Table table;
  private final Duration keep;
  private final Clock clock;

  /**
   * Blobs in that table.
   *
   * @param keep how long a blob can be read
   */
  public TableBlobs(Table table, Duration keep, Clock clock) {
    this.table = table;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void put(String key, ByteBuffer bytes) {
    int parts = (bytes.remaining() + PART_BYTES - 1) / PART_BYTES;
    if (parts > MOST_PARTS) {
      throw new IllegalArgumentException(
          "bytes: " + bytes.remaining() + " are too many for a table");
    }
    String hash = ContentHash.of(bytes);
    Value ttl = Value.of(clock.instant().plus(keep).getEpochSecond());
    for (int part = 0; part < parts; part++) {
      Value data = Value.of(encoded(bytes, part));
      table.put(new Item(partKey(key, hash, part), Map.of(DATA, data, Item.TTL, ttl)));
    }
    table.put(
        new Item(
            headKey(key), Map.of(HASH, Value.of(hash), PARTS, Value.of(parts), Item.TTL, ttl)));
  }

  @Override
  public Optional<byte[]> get(String key) {
    return table.get(headKey(key)).filter(this::isCurrent).flatMap(head -> joined(key, head));
  }

  private boolean isCurrent(Item head) {
    return head.number(Item.TTL, 0) > clock.instant().getEpochSecond();
  }

  /** Nothing when a part is gone: the table deletes expired items in any order. */
  private Optional<byte[]> joined(String key, Item head) {
    String prefix = partPrefix(head.text(HASH).orElse(""));
    List<Item> parts = table.query(new Query(partition(key), prefix, false, MOST_PARTS));
    if (parts.size() != head.number(PARTS, -1)) {
      return Optional.empty();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.forEach(part -> whole.writeBytes(decoded(part)));
    return Optional.of(whole.toByteArray());
  }

  private static String encoded(ByteBuffer bytes, int part) {
    int from = part * PART_BYTES;
    int count = Math.min(bytes.remaining() - from, PART_BYTES);
    ByteBuffer encoded = Base64.getEncoder().encode(bytes.slice(bytes.position() + from, count));
    return StandardCharsets.ISO_8859_1.decode(encoded).toString();
  }

  private static byte[] decoded(Item part) {
    return Base64.getDecoder().decode(part.text(DATA).orElse(""));
  }

  private static Key headKey(String key) {
    return new Key(partition(key), HEAD);
  }

  private static Key partKey(String key, String hash, int part) {
    String number = Integer.toString(MOST_PARTS + part);
    return new Key(partition(key), partPrefix(hash) + number);
  }

  private static String partPrefix(String hash) {
    return "part#" + hash + "#";
  }

  private static String partition(String key) {
    return "blob#" + key;
  }
}
