package dev.gatehouse.bridge;

import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** ElasticMQ with a FIFO queue and DynamoDB Local with a table, for processes of their own. */
final class LocalAws implements AutoCloseable {
  private static final String TABLE = "state";

  private final SQSRestServer sqs =
      SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
  private final DynamoDBProxyServer dynamo;
  private final Map<String, String> environment;
  private final AwsClients clients;
  private final URI queue;

  LocalAws() throws Exception {
    int sqsPort = sqs.waitUntilStarted().localAddress().getPort();
    int dynamoPort = freePort();
    dynamo =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {
              "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(dynamoPort)
            });
    dynamo.start();
    environment =
        Map.of(
            "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:" + sqsPort,
            "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + dynamoPort,
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "no-secret");
    clients = AwsClients.of(Settings.of(environment));
    queue = createQueue("events.fifo");
    createTable();
  }

  /** What leads a bridge here. */
  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(environment);
    all.put("EVENTS_QUEUE_URL", queue.toString());
    all.put("STATE_TABLE", TABLE);
    return all;
  }

  QueueReceiver queue() {
    return clients.queue(queue);
  }

  /** Makes a FIFO queue and tells its URL. */
  URI createQueue(String name) {
    Map<QueueAttributeName, String> fifo = Map.of(QueueAttributeName.FIFO_QUEUE, "true");
    return URI.create(
        clients.sqs().createQueue(r -> r.queueName(name).attributes(fifo)).queueUrl());
  }

  private void createTable() {
    clients
        .dynamo()
        .createTable(request ->
            request
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(string("pk"), string("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    clients.dynamo().waiter().waitUntilTableExists(request -> request.tableName(TABLE));
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

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    clients.close();
    dynamo.stop();
    sqs.stopAndWait();
  }
}
