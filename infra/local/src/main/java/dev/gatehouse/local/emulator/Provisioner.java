package dev.gatehouse.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.template.QueueSpec;
import dev.gatehouse.local.template.ResolvedTemplate;
import dev.gatehouse.local.template.TableSpec;
import java.io.IOException;
import java.util.List;

/** Creates what the template asks for; what is there already stays. */
public final class Provisioner {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AwsJson sqs;
  private final AwsJson dynamoDb;

  public Provisioner(AwsJson sqs, AwsJson dynamoDb) {
    this.sqs = sqs;
    this.dynamoDb = dynamoDb;
  }

  /** Creates the queues: dead-letter queues first, since the others name them. */
  public void createQueues(ResolvedTemplate blueprint) throws IOException, InterruptedException {
    List<QueueSpec> queues = blueprint.queues();
    for (QueueSpec queue : queues.stream().filter(q -> q.redrive().isEmpty()).toList()) {
      create(queue);
    }
    for (QueueSpec queue : queues.stream().filter(q -> q.redrive().isPresent()).toList()) {
      create(queue);
    }
  }

  /** Creates the tables, indexes and streams included, and one for each bucket. */
  public void createTables(ResolvedTemplate blueprint) throws IOException, InterruptedException {
    for (TableSpec table : blueprint.tables()) {
      create(table.definition());
      if (table.ttlAttribute().isPresent()) {
        enableTtl(table.name(), table.ttlAttribute().get());
      }
    }
    for (String bucket : blueprint.buckets()) {
      create(BucketTable.definition(bucket));
    }
  }

  private void create(QueueSpec queue) throws IOException, InterruptedException {
    ObjectNode input = JSON.createObjectNode().put("QueueName", queue.name());
    ObjectNode attributes = input.putObject("Attributes");
    queue.attributes().forEach(attributes::put);
    queue.redrive().ifPresent(redrive -> attributes.put("RedrivePolicy", policy(redrive)));
    sqs.call("CreateQueue", input);
  }

  private static String policy(QueueSpec.Redrive redrive) {
    return JSON.createObjectNode()
        .put("deadLetterTargetArn", redrive.deadLetterArn())
        .put("maxReceiveCount", redrive.maxReceiveCount())
        .toString();
  }

  private void create(JsonNode definition) throws IOException, InterruptedException {
    try {
      dynamoDb.call("CreateTable", definition);
    } catch (AwsJsonException e) {
      if (!e.type().equals("ResourceInUseException")) {
        throw e;
      }
    }
  }

  private void enableTtl(String table, String attribute) throws IOException, InterruptedException {
    ObjectNode input = JSON.createObjectNode().put("TableName", table);
    input.putObject("TimeToLiveSpecification").put("Enabled", true).put("AttributeName", attribute);
    dynamoDb.call("UpdateTimeToLive", input);
  }
}
