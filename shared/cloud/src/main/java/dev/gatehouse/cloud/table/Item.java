package dev.gatehouse.cloud.table;

import java.util.Map;
import java.util.Optional;

/**
 * A row: its key and its other attributes. An attribute {@code ttl} (seconds since the epoch) lets
 * the table delete the row some time after that moment, so readers still check it.
 */
public record Item(Key key, Map<String, Value> attributes) {
  /** The attribute that holds the expiry, in seconds since the epoch. */
  public static final String TTL = "ttl";

  public Item {
    attributes = Map.copyOf(attributes);
  }

  /** The string of that name, if there is one. */
  public Optional<String> text(String name) {
    return attributes.get(name) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The number of that name, or the fallback. */
  public long number(String name, long fallback) {
    return attributes.get(name) instanceof Value.Number(long number) ? number : fallback;
  }

  /** The flag of that name; false when it is absent. */
  public boolean flag(String name) {
    return attributes.get(name) instanceof Value.Flag(boolean flag) && flag;
  }
}
