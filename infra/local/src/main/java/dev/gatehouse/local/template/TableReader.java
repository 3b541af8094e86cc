package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/**
 * Turns {@code AWS::DynamoDB::Table} into what CreateTable takes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">The
 *     resource</a>
 */
final class TableReader {
  private TableReader() {}

  static TableSpec read(Resource resource, JsonNode properties, LocalReferences references) {
    String name = references.name(resource, "TableName");
    return new TableSpec(
        resource.id(),
        name,
        references.attribute(resource, "Arn"),
        definition(name, properties),
        ttl(properties.path("TimeToLiveSpecification")));
  }

  private static CreateTableRequest definition(String name, JsonNode properties) {
    var definition =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(properties.path("BillingMode").asText(null))
            .attributeDefinitions(attributes(properties.path("AttributeDefinitions")))
            .keySchema(keys(properties));
    if (properties.has("GlobalSecondaryIndexes")) {
      definition.globalSecondaryIndexes(
          properties
              .path("GlobalSecondaryIndexes")
              .valueStream()
              .map(TableReader::global)
              .toList());
    }
    if (properties.has("LocalSecondaryIndexes")) {
      definition.localSecondaryIndexes(
          properties.path("LocalSecondaryIndexes").valueStream().map(TableReader::local).toList());
    }
    JsonNode view = properties.path("StreamSpecification").path("StreamViewType");
    if (view.isTextual()) {
      definition.streamSpecification(s -> s.streamEnabled(true).streamViewType(view.asText()));
    }
    return definition.build();
  }

  private static List<AttributeDefinition> attributes(JsonNode definitions) {
    return definitions
        .valueStream()
        .map(attribute ->
            AttributeDefinition.builder()
                .attributeName(attribute.path("AttributeName").asText())
                .attributeType(attribute.path("AttributeType").asText())
                .build())
        .toList();
  }

  private static List<KeySchemaElement> keys(JsonNode tableOrIndex) {
    return tableOrIndex
        .path("KeySchema")
        .valueStream()
        .map(key ->
            KeySchemaElement.builder()
                .attributeName(key.path("AttributeName").asText())
                .keyType(key.path("KeyType").asText())
                .build())
        .toList();
  }

  private static GlobalSecondaryIndex global(JsonNode index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.path("IndexName").asText())
        .keySchema(keys(index))
        .projection(projection(index))
        .build();
  }

  private static LocalSecondaryIndex local(JsonNode index) {
    return LocalSecondaryIndex.builder()
        .indexName(index.path("IndexName").asText())
        .keySchema(keys(index))
        .projection(projection(index))
        .build();
  }

  private static Projection projection(JsonNode index) {
    JsonNode projection = index.path("Projection");
    var read = Projection.builder().projectionType(projection.path("ProjectionType").asText());
    if (projection.has("NonKeyAttributes")) {
      read.nonKeyAttributes(
          projection.path("NonKeyAttributes").valueStream().map(JsonNode::asText).toList());
    }
    return read.build();
  }

  private static Optional<String> ttl(JsonNode specification) {
    return specification.path("Enabled").asBoolean()
        ? Optional.of(specification.path("AttributeName").asText())
        : Optional.empty();
  }
}
