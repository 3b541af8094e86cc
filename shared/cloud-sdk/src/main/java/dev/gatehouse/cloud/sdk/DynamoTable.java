package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableRejectedException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.cloud.table.expression.ConditionExpression;
import dev.gatehouse.cloud.table.expression.KeyExpression;
import dev.gatehouse.cloud.table.expression.Placeholders;
import dev.gatehouse.cloud.table.expression.UpdateExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A DynamoDB table with string keys {@code pk} and {@code sk}. Safe for many threads. */
public final class DynamoTable implements Table {
  private final DynamoDbClient dynamo;
  private final String name;

  DynamoTable(DynamoDbClient dynamo, String name) {
    this.dynamo = dynamo;
    this.name = name;
  }

  @Override
  public Optional<Item> get(Key key) {
    var response =
        mapped(() ->
            dynamo.getItem(
                request -> request.tableName(name).key(Attributes.of(key)).consistentRead(true)));
    return response.hasItem() ? Optional.of(Attributes.item(response.item())) : Optional.empty();
  }

  @Override
  public void put(Item item) {
    mapped(() -> dynamo.putItem(request -> request.tableName(name).item(Attributes.of(item))));
  }

  @Override
  public boolean putIf(Item item, Condition condition) {
    Placeholders placeholders = new Placeholders();
    String expression = ConditionExpression.of(condition, placeholders);
    return conditional(() ->
            dynamo.putItem(request ->
                request
                    .tableName(name)
                    .item(Attributes.of(item))
                    .conditionExpression(expression)
                    .expressionAttributeNames(placeholders.names())
                    .expressionAttributeValues(Attributes.of(placeholders))))
        .isPresent();
  }

  @Override
  public Optional<Item> updateIf(Key key, List<Change> changes, Condition condition) {
    UpdateItemRequest request = update(key, changes, condition);
    return conditional(() -> dynamo.updateItem(request))
        .map(response -> Attributes.item(response.attributes()));
  }

  @Override
  public boolean deleteIf(Key key, Condition condition) {
    Placeholders placeholders = new Placeholders();
    String expression = ConditionExpression.of(condition, placeholders);
    return conditional(() ->
            dynamo.deleteItem(request ->
                request
                    .tableName(name)
                    .key(Attributes.of(key))
                    .conditionExpression(expression)
                    .expressionAttributeNames(placeholders.names())
                    .expressionAttributeValues(Attributes.of(placeholders))))
        .isPresent();
  }

  @Override
  public List<Item> query(Query query) {
    QueryRequest request = request(query);
    List<Item> items = new ArrayList<>();
    Map<String, AttributeValue> from = Map.of();
    do {
      QueryResponse page = page(request, from, query.limit() - items.size());
      page.items().stream().map(Attributes::item).forEach(items::add);
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty() && items.size() < query.limit());
    return List.copyOf(items);
  }

  private QueryRequest request(Query query) {
    Placeholders placeholders = new Placeholders();
    return QueryRequest.builder()
        .tableName(name)
        .keyConditionExpression(KeyExpression.of(query, placeholders))
        .expressionAttributeNames(placeholders.names())
        .expressionAttributeValues(Attributes.of(placeholders))
        .scanIndexForward(!query.newestFirst())
        .consistentRead(true)
        .build();
  }

  private QueryResponse page(QueryRequest request, Map<String, AttributeValue> from, int limit) {
    QueryRequest.Builder page = request.toBuilder().limit(limit);
    if (!from.isEmpty()) {
      page.exclusiveStartKey(from);
    }
    return mapped(() -> dynamo.query(page.build()));
  }

  private UpdateItemRequest update(Key key, List<Change> changes, Condition condition) {
    Placeholders placeholders = new Placeholders();
    var request =
        UpdateItemRequest.builder()
            .tableName(name)
            .key(Attributes.of(key))
            .conditionExpression(ConditionExpression.of(condition, placeholders))
            .returnValues(ReturnValue.ALL_NEW);
    if (!changes.isEmpty()) {
      request.updateExpression(UpdateExpression.of(changes, placeholders));
    }
    return request
        .expressionAttributeNames(placeholders.names())
        .expressionAttributeValues(Attributes.of(placeholders))
        .build();
  }

  private <T> Optional<T> conditional(Supplier<T> call) {
    return mapped(() -> {
      try {
        return Optional.of(call.get());
      } catch (ConditionalCheckFailedException e) {
        if (e.getCause() instanceof UnansweredWrites.OutcomeUnknownException unknown) {
          throw new TableUnavailableException("table " + name + ": " + unknown.getMessage(), e);
        }
        return Optional.empty();
      }
    });
  }

  private <T> T mapped(Supplier<T> call) {
    String prefix = "table " + name + ": ";
    try {
      return call.get();
    } catch (ResourceNotFoundException e) {
      throw new TableRejectedException(prefix + "does not exist", e);
    } catch (SdkException e) {
      String text = prefix + e.getMessage();
      String summary = prefix + SdkSummary.of(e);
      throw isRejection(e)
          ? new TableRejectedException(text, summary, e)
          : new TableUnavailableException(text, summary, e);
    }
  }

  /**
   * Whether the same call would be refused again, by what DynamoDB <a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">says
   * of its errors</a>.
   */
  private static boolean isRejection(SdkException failure) {
    return failure instanceof AwsServiceException service
        && switch (SdkSummary.code(service)) {
          case "ValidationException", "AccessDeniedException" -> true;
          default -> false;
        };
  }
}
