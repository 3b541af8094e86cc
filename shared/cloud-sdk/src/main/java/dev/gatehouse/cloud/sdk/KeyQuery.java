package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Value;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A query of one partition as DynamoDB wants it, without the page to start from. */
final class KeyQuery {
  private KeyQuery() {}

  static QueryRequest of(String table, Query query) {
    Placeholders placeholders = new Placeholders();
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(condition(query, placeholders))
        .expressionAttributeNames(placeholders.names())
        .expressionAttributeValues(placeholders.values())
        .scanIndexForward(!query.newestFirst())
        .consistentRead(true)
        .build();
  }

  private static String condition(Query query, Placeholders placeholders) {
    String partition =
        placeholders.name(Attributes.PARTITION)
            + " = "
            + placeholders.value(Value.of(query.partition()));
    if (query.sortPrefix().isEmpty()) {
      return partition;
    }
    String sort = placeholders.name(Attributes.SORT);
    String prefix = placeholders.value(Value.of(query.sortPrefix()));
    return partition + " AND begins_with(" + sort + ", " + prefix + ")";
  }
}
