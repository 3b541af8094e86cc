package dev.gatehouse.local.emulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.local.template.QueueSpec;
import dev.gatehouse.local.template.ResolvedTemplate;
import dev.gatehouse.local.template.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates what the template asks for; what is there already stays. */
public final class Provisioner {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient sqs;
  private final DynamoDbClient dynamoDb;

  public Provisioner(AwsClients clients) {
    this.sqs = clients.sqs();
    this.dynamoDb = clients.dynamo();
  }

  /** Creates the queues: dead-letter queues first, since the others name them. */
  public void createQueues(ResolvedTemplate blueprint) {
    List<QueueSpec> queues = blueprint.queues();
    queues.stream().filter(queue -> queue.redrive().isEmpty()).forEach(this::create);
    queues.stream().filter(queue -> queue.redrive().isPresent()).forEach(this::create);
  }

  /** Creates the tables, indexes and streams included, and one for each bucket. */
  public void createTables(ResolvedTemplate blueprint) {
    for (TableSpec table : blueprint.tables()) {
      create(table.definition());
      table.ttlAttribute().ifPresent(attribute -> enableTtl(table.name(), attribute));
    }
    // There is no S3 on a laptop: a table stands in for a bucket.
    blueprint.buckets().forEach(bucket -> create(keyed(bucket)));
  }

  /** A table with the keys that the port to tables knows. */
  public static CreateTableRequest keyed(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attribute("pk"), attribute("sk"))
        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
        .build();
  }

  private void create(QueueSpec queue) {
    Map<String, String> attributes = new HashMap<>(queue.attributes());
    queue.redrive().ifPresent(redrive -> attributes.put("RedrivePolicy", policy(redrive)));
    sqs.createQueue(request -> request.queueName(queue.name()).attributesWithStrings(attributes));
  }

  private static String policy(QueueSpec.Redrive redrive) {
    return JSON.createObjectNode()
        .put("deadLetterTargetArn", redrive.deadLetterArn())
        .put("maxReceiveCount", redrive.maxReceiveCount())
        .toString();
  }

  private void create(CreateTableRequest table) {
    try {
      dynamoDb.createTable(table);
    } catch (ResourceInUseException e) {
      // It is there already.
    }
  }

  private void enableTtl(String table, String attribute) {
    dynamoDb.updateTimeToLive(update ->
        update
            .tableName(table)
            .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
