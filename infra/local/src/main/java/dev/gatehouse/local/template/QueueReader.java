package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns {@code AWS::SQS::Queue} into what CreateQueue takes. */
final class QueueReader {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "FifoQueue",
          "ContentBasedDeduplication",
          "VisibilityTimeout",
          "MessageRetentionPeriod",
          "DelaySeconds",
          "ReceiveMessageWaitTimeSeconds");

  private QueueReader() {}

  static QueueSpec read(Resource resource, JsonNode properties, LocalReferences references) {
    return new QueueSpec(
        resource.id(),
        references.name(resource, "QueueName"),
        references.attribute(resource, "Arn"),
        references.ref(resource),
        attributes(properties),
        redrive(properties.path("RedrivePolicy")));
  }

  private static Map<String, String> attributes(JsonNode properties) {
    Map<String, String> attributes = new TreeMap<>();
    ATTRIBUTES.stream()
        .filter(properties::has)
        .forEach(name -> attributes.put(name, properties.path(name).asText()));
    return Map.copyOf(attributes);
  }

  private static Optional<QueueSpec.Redrive> redrive(JsonNode policy) {
    return policy.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new QueueSpec.Redrive(
                policy.path("deadLetterTargetArn").asText(),
                policy.path("maxReceiveCount").asInt()));
  }
}
