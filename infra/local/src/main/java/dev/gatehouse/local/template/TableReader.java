package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Turns {@code AWS::DynamoDB::Table} into what CreateTable takes. */
final class TableReader {
  private static final List<String> AS_THEY_ARE =
      List.of(
          "AttributeDefinitions",
          "KeySchema",
          "BillingMode",
          "GlobalSecondaryIndexes",
          "LocalSecondaryIndexes");

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

  private static JsonNode definition(String name, JsonNode properties) {
    ObjectNode definition =
        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    definition.put("TableName", name);
    AS_THEY_ARE.stream()
        .filter(properties::has)
        .forEach(field -> definition.set(field, properties.path(field)));
    JsonNode view = properties.path("StreamSpecification").path("StreamViewType");
    if (view.isTextual()) {
      definition
          .putObject("StreamSpecification")
          .put("StreamEnabled", true)
          .set("StreamViewType", view);
    }
    return definition;
  }

  private static Optional<String> ttl(JsonNode specification) {
    return specification.path("Enabled").asBoolean()
        ? Optional.of(specification.path("AttributeName").asText())
        : Optional.empty();
  }
}
