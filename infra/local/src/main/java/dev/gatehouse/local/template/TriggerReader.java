package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Turns an entry of a function's {@code Events} into a trigger. */
final class TriggerReader {
  private static final int SQS_BATCH = 10;
  private static final int STREAM_BATCH = 100;
  // Lambda's own start for a queue, before it scales.
  private static final int POLLERS = 5;

  private TriggerReader() {}

  static Trigger read(String where, JsonNode event, Intrinsics intrinsics) {
    String type = event.path("Type").asText();
    JsonNode properties = intrinsics.resolve(event.path("Properties"));
    if (properties.has("FilterCriteria")) {
      throw new TemplateException(where, "FilterCriteria are not known to the local stack");
    }
    return switch (type) {
      case "HttpApi" -> route(where, properties);
      case "SQS" -> queue(where, properties);
      case "DynamoDB" -> stream(where, properties);
      case "Schedule" -> schedule(where, properties, "Schedule");
      case "ScheduleV2" -> schedule(where, properties, "ScheduleExpression");
      default ->
          throw new TemplateException(
              where, "event type '" + type + "' is not known to the local stack");
    };
  }

  private static Trigger route(String where, JsonNode properties) {
    String method = text(where, properties, "Method").toUpperCase(Locale.ROOT);
    return new Trigger.HttpRoute(method, text(where, properties, "Path"));
  }

  private static Trigger queue(String where, JsonNode properties) {
    return new Trigger.QueueMapping(
        text(where, properties, "Queue"),
        properties.path("BatchSize").asInt(SQS_BATCH),
        properties.path("ScalingConfig").path("MaximumConcurrency").asInt(POLLERS),
        reportsItems(properties));
  }

  private static Trigger stream(String where, JsonNode properties) {
    return new Trigger.StreamMapping(
        text(where, properties, "Stream"),
        properties.path("BatchSize").asInt(STREAM_BATCH),
        text(where, properties, "StartingPosition").equals("TRIM_HORIZON"),
        reportsItems(properties),
        properties.path("MaximumRetryAttempts").asInt(-1));
  }

  private static Trigger schedule(String where, JsonNode properties, String expression) {
    return new Trigger.Schedule(
        where, text(where, properties, expression), properties.path("Input").asText(""));
  }

  private static boolean reportsItems(JsonNode properties) {
    return properties.path("FunctionResponseTypes").toString().contains("ReportBatchItemFailures");
  }

  private static String text(String where, JsonNode properties, String property) {
    String value = properties.path(property).asText();
    if (value.isEmpty()) {
      throw new TemplateException(where + "." + property, "is missing");
    }
    return value;
  }
}
