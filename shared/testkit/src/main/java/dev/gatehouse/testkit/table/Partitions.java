package dev.gatehouse.testkit.table;

import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stored items by partition, sorted as DynamoDB sorts strings: by their UTF-8 bytes, unsigned.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">DynamoDB
 *     data types</a>
 */
final class Partitions {
  private static final Comparator<String> BY_BYTES =
      (a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b));

  private final Map<String, NavigableMap<String, Item>> partitions = new HashMap<>();

  @Nullable Item get(Key key) {
    return of(key.partition()).get(key.sort());
  }

  void put(Item item) {
    of(item.key().partition()).put(item.key().sort(), item);
  }

  void remove(Key key) {
    of(key.partition()).remove(key.sort());
  }

  NavigableMap<String, Item> of(String partition) {
    return partitions.computeIfAbsent(partition, p -> new TreeMap<>(BY_BYTES));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
