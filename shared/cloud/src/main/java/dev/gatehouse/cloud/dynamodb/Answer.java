package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.JsonReader;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What any of the calls answers with.
 *
 * @param item that was read or changed, if the answer has one
 * @param items of a query's page
 * @param lastKey after which the next page begins; none at the end
 */
record Answer(Optional<Item> item, List<Item> items, Optional<Key> lastKey) {
  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException when it is not understood
   */
  static Answer read(JsonReader json) {
    @Nullable Item item = null;
    List<Item> items = List.of();
    @Nullable Key lastKey = null;
    json.enter('{');
    while (json.hasMore('}')) {
      switch (json.name()) {
        case "Item", "Attributes" -> item = AttributeJson.read(json);
        case "Items" -> items = items(json);
        case "LastEvaluatedKey" -> lastKey = AttributeJson.read(json).key();
        default -> json.skip();
      }
    }
    return new Answer(Optional.ofNullable(item), items, Optional.ofNullable(lastKey));
  }

  private static List<Item> items(JsonReader json) {
    List<Item> items = new ArrayList<>();
    json.enter('[');
    while (json.hasMore(']')) {
      items.add(AttributeJson.read(json));
    }
    return items;
  }
}
