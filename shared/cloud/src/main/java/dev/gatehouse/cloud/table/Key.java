package dev.gatehouse.cloud.table;

/**
 * An item's primary key; the attributes are {@code pk} and {@code sk} in every table of ours.
 *
 * @param partition groups items that are queried together
 * @param sort orders them
 */
public record Key(String partition, String sort) {
  /** The attribute that holds the partition. */
  public static final String PARTITION = "pk";

  /** The attribute that holds the sort key. */
  public static final String SORT = "sk";

  public Key {
    if (partition.isEmpty() || sort.isEmpty()) {
      throw new IllegalArgumentException("a key's parts must not be empty: DynamoDB refuses them");
    }
  }
}
