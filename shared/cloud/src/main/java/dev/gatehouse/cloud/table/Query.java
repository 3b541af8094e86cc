package dev.gatehouse.cloud.table;

/**
 * Which items of a partition to read.
 *
 * @param sortPrefix what their sort key begins with; empty for all
 * @param newestFirst whether the largest sort key comes first
 * @param limit the most items to return
 */
public record Query(String partition, String sortPrefix, boolean newestFirst, int limit) {
  public Query {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: must be 1 or more, was " + limit);
    }
  }
}
