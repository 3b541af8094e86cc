package dev.gatehouse.bench.bridge;

import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.cloud.FunctionEnvironment;
import dev.gatehouse.local.emulator.LocalDynamoDb;
import dev.gatehouse.local.emulator.Provisioner;
import dev.gatehouse.local.template.Endpoints;
import java.util.Map;

/** DynamoDB Local in this process, with the table that a bridge keeps its state in. */
public final class StateTable implements AutoCloseable {
  private static final String NAME = "state";

  private final LocalDynamoDb dynamoDb;

  private StateTable(LocalDynamoDb dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  public static StateTable start() throws Exception {
    LocalDynamoDb dynamoDb = LocalDynamoDb.start(0);
    Endpoints endpoints = new Endpoints(dynamoDb.address(), dynamoDb.address());
    try (AwsClients clients =
        AwsClients.of(Settings.of(FunctionEnvironment.emulators(endpoints)))) {
      clients.dynamo().createTable(Provisioner.keyed(NAME));
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
