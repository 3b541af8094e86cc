package dev.gatehouse.cloud.sdk.emulator;

import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** New tables with the keys that every table of ours has. */
public final class Tables {
  private Tables() {}

  /** Makes a table and returns its name. */
  public static String create(DynamoDbClient dynamo) {
    String name = "table-" + UUID.randomUUID();
    dynamo.createTable(request ->
        request
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(string("pk"), string("sk"))
            .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    dynamo.waiter().waitUntilTableExists(request -> request.tableName(name));
    return name;
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
