package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns {@code AWS::Serverless::Function} into what the host runs. */
final class FunctionReader {
  private static final int DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int DEFAULT_MEMORY_MB = 128;

  private final String id;
  private final JsonNode properties;
  private final Intrinsics intrinsics;

  FunctionReader(String id, JsonNode properties, Intrinsics intrinsics) {
    this.id = id;
    this.properties = properties;
    this.intrinsics = intrinsics;
  }

  FunctionSpec read() {
    return new FunctionSpec(
        id,
        required("Handler"),
        Duration.ofSeconds(number("Timeout", DEFAULT_TIMEOUT_SECONDS)),
        number("MemorySize", DEFAULT_MEMORY_MB),
        environment(),
        triggers());
  }

  private String required(String property) {
    String text = intrinsics.text(properties.path(property));
    if (text.isEmpty()) {
      throw new TemplateException(id + "." + property, "is missing");
    }
    return text;
  }

  private int number(String property, int fallback) {
    return properties.has(property)
        ? intrinsics.resolve(properties.path(property)).asInt()
        : fallback;
  }

  private Map<String, String> environment() {
    return intrinsics
        .resolve(properties.path("Environment").path("Variables"))
        .propertyStream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().asText()));
  }

  private List<Trigger> triggers() {
    return properties
        .path("Events")
        .propertyStream()
        .flatMap(e -> TriggerReader.read(id + "." + e.getKey(), e.getValue(), intrinsics).stream())
        .toList();
  }
}
