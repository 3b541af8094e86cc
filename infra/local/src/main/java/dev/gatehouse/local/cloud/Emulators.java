package dev.gatehouse.local.cloud;

import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.emulator.LocalDynamoDb;
import dev.gatehouse.local.emulator.LocalSqs;
import dev.gatehouse.local.emulator.Provisioner;
import dev.gatehouse.local.template.Endpoints;
import dev.gatehouse.local.template.ResolvedTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** SQS and DynamoDB, with clients to both. */
public final class Emulators implements AutoCloseable {
  private final LocalSqs sqs;
  private final LocalDynamoDb dynamoDb;
  private final AwsClients clients;

  private Emulators(LocalSqs sqs, LocalDynamoDb dynamoDb) {
    this.sqs = sqs;
    this.dynamoDb = dynamoDb;
    Map<String, String> environment = new HashMap<>(FunctionEnvironment.emulators(endpoints()));
    environment.put("AWS_ENDPOINT_URL_DYNAMODB_STREAMS", dynamoDb.address().toString());
    this.clients = AwsClients.of(Settings.of(environment));
  }

  /** Starts both at once. */
  public static Emulators start(int sqsPort, int dynamoDbPort)
      throws ExecutionException, InterruptedException {
    try (ParallelStart together = new ParallelStart()) {
      var sqs = together.start(() -> LocalSqs.start(sqsPort));
      var dynamoDb = together.start(() -> LocalDynamoDb.start(dynamoDbPort));
      return new Emulators(sqs.get(), dynamoDb.get());
    }
  }

  /** Where both answer. */
  public Endpoints endpoints() {
    return new Endpoints(sqs.address(), dynamoDb.address());
  }

  /** Clients to both. */
  public AwsClients clients() {
    return clients;
  }

  /** Creates the queues and tables of the template. */
  public void provision(ResolvedTemplate blueprint)
      throws ExecutionException, InterruptedException {
    Provisioner provisioner = new Provisioner(clients);
    try (ParallelStart together = new ParallelStart()) {
      var queues = together.run(() -> provisioner.createQueues(blueprint));
      var tables = together.run(() -> provisioner.createTables(blueprint));
      queues.get();
      tables.get();
    }
  }

  @Override
  public void close() throws Exception {
    clients.close();
    sqs.close();
    dynamoDb.close();
  }
}
