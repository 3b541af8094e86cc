package dev.gatehouse.bench.bridge;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.local.emulator.AwsJson;
import dev.gatehouse.local.emulator.LocalDynamoDb;
import java.net.http.HttpClient;
import java.util.Map;

/** DynamoDB Local in this process, with the table that a bridge keeps its state in. */
public final class StateTable implements AutoCloseable {
  private static final String NAME = "state";
  private static final String DEFINITION =
      """
      {"TableName": "state", "BillingMode": "PAY_PER_REQUEST",
       "AttributeDefinitions": [
         {"AttributeName": "pk", "AttributeType": "S"},
         {"AttributeName": "sk", "AttributeType": "S"}],
       "KeySchema": [
         {"AttributeName": "pk", "KeyType": "HASH"},
         {"AttributeName": "sk", "KeyType": "RANGE"}]}
      """;

  private final LocalDynamoDb dynamoDb;

  private StateTable(LocalDynamoDb dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  public static StateTable start() throws Exception {
    LocalDynamoDb dynamoDb = LocalDynamoDb.start(0);
    try (HttpClient http = HttpClient.newHttpClient()) {
      AwsJson.dynamoDb(http, dynamoDb.address())
          .call("CreateTable", new ObjectMapper().readTree(DEFINITION));
    }
    return new StateTable(dynamoDb);
  }

  /** What gives a bridge its state. */
  public Map<String, String> settings() {
    return Map.of("STATE_TABLE", NAME, "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.address().toString());
  }

  @Override
  public void close() throws Exception {
    dynamoDb.close();
  }
}
