package dev.gatehouse.local.cloud;

import dev.gatehouse.local.emulator.AwsJson;
import dev.gatehouse.local.emulator.LocalDynamoDb;
import dev.gatehouse.local.emulator.LocalSqs;
import dev.gatehouse.local.emulator.Provisioner;
import dev.gatehouse.local.template.Endpoints;
import dev.gatehouse.local.template.ResolvedTemplate;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutionException;

/** SQS and DynamoDB, with clients to both. */
public final class Emulators implements AutoCloseable {
  private final LocalSqs sqs;
  private final LocalDynamoDb dynamoDb;
  private final HttpClient http;

  private Emulators(LocalSqs sqs, LocalDynamoDb dynamoDb, HttpClient http) {
    this.sqs = sqs;
    this.dynamoDb = dynamoDb;
    this.http = http;
  }

  /** Starts both at once. */
  public static Emulators start(int sqsPort, int dynamoDbPort)
      throws ExecutionException, InterruptedException {
    try (ParallelStart together = new ParallelStart()) {
      var sqs = together.start(() -> LocalSqs.start(sqsPort));
      var dynamoDb = together.start(() -> LocalDynamoDb.start(dynamoDbPort));
      var http =
          together.start(
              () -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
      return new Emulators(sqs.get(), dynamoDb.get(), http.get());
    }
  }

  /** Where both answer. */
  public Endpoints endpoints() {
    return new Endpoints(sqs.address(), dynamoDb.address());
  }

  /** Creates the queues and tables of the template. */
  public void provision(ResolvedTemplate blueprint)
      throws ExecutionException, InterruptedException {
    Provisioner provisioner =
        new Provisioner(sqsClient(), AwsJson.dynamoDb(http, dynamoDb.address()));
    try (ParallelStart together = new ParallelStart()) {
      var queues = together.run(() -> provisioner.createQueues(blueprint));
      var tables = together.run(() -> provisioner.createTables(blueprint));
      queues.get();
      tables.get();
    }
  }

  AwsJson sqsClient() {
    return AwsJson.sqs(http, sqs.address());
  }

  AwsJson streamsClient() {
    return AwsJson.streams(http, dynamoDb.address());
  }

  @Override
  public void close() throws Exception {
    http.shutdownNow();
    sqs.close();
    dynamoDb.close();
  }
}
