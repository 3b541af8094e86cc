package dev.gatehouse.bench.soak;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.bench.bridge.Child;
import dev.gatehouse.bench.bridge.Credentials;
import dev.gatehouse.bench.bridge.ElasticMqMain;
import dev.gatehouse.local.emulator.AwsJson;
import dev.gatehouse.local.emulator.LocalDynamoDb;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** ElasticMQ in a process of its own, behind a proxy for the bridge, and DynamoDB Local in this. */
final class Cloud implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SINK = "sink ";
  private static final String TABLE = "state";
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

  private final Child queue;
  private final URI queueAddress;
  private final QueueProxy proxy;
  private final LocalDynamoDb dynamoDb;

  private Cloud(Child queue, URI queueAddress, QueueProxy proxy, LocalDynamoDb dynamoDb) {
    this.queue = queue;
    this.queueAddress = queueAddress;
    this.proxy = proxy;
    this.dynamoDb = dynamoDb;
  }

  static Cloud start() throws Exception {
    List<String> flags =
        List.of("-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED");
    Child queue = Child.start(Child.java(flags, ElasticMqMain.class), Credentials.ENVIRONMENT);
    String said = queue.await(line -> line.startsWith(SINK), PATIENCE);
    URI address = URI.create(said.substring(SINK.length()).strip());
    LocalDynamoDb dynamoDb = LocalDynamoDb.start(0);
    try (HttpClient http = HttpClient.newHttpClient()) {
      AwsJson.dynamoDb(http, dynamoDb.address())
          .call("CreateTable", new ObjectMapper().readTree(DEFINITION));
    }
    return new Cloud(queue, address, QueueProxy.to(address), dynamoDb);
  }

  /** Where the queue really is. */
  URI queue() {
    return queueAddress;
  }

  /** The bridge's way to it. */
  QueueProxy proxy() {
    return proxy;
  }

  /** What gives a bridge its state. */
  Map<String, String> state() {
    return Map.of("STATE_TABLE", TABLE, "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.address().toString());
  }

  @Override
  public void close() throws Exception {
    proxy.close();
    queue.close();
    dynamoDb.close();
  }
}
