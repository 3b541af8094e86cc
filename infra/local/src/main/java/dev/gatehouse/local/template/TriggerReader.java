package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns an entry of a function's {@code Events} into a trigger. */
final class TriggerReader {
  private static final int SQS_BATCH = 10;
  private static final int STREAM_BATCH = 100;
  // Lambda's own start for a queue, before it scales.
  private static final int POLLERS = 5;

  private static final String PAYLOAD_VERSION = "2.0";

  // There is one API here, and a function's own time-out ends a call.
  private static final Set<String> ROUTE =
      Set.of("Method", "Path", "PayloadFormatVersion", "ApiId", "TimeoutInMillis");
  private static final Set<String> QUEUE =
      Set.of("Queue", "BatchSize", "Enabled", "FunctionResponseTypes", "ScalingConfig");
  private static final Set<String> STREAM =
      Set.of(
          "Stream",
          "StartingPosition",
          "BatchSize",
          "Enabled",
          "FunctionResponseTypes",
          "MaximumRetryAttempts");
  private static final Set<String> SCHEDULE =
      Set.of("Schedule", "Name", "Description", "Input", "Enabled", "State");
  private static final Set<String> SCHEDULE_V2 =
      Set.of("ScheduleExpression", "Name", "Description", "Input", "State");

  private TriggerReader() {}

  /**
   * The trigger, or nothing when the template turns it off.
   *
   * @throws TemplateException naming a property that is missing, wrong, or not honoured here
   */
  static Optional<Trigger> read(String where, JsonNode event, Intrinsics intrinsics) {
    EventProperties properties =
        new EventProperties(where, intrinsics.resolve(event.path("Properties")));
    Trigger trigger = trigger(event.path("Type").asText(), properties);
    return properties.isEnabled() ? Optional.of(trigger) : Optional.empty();
  }

  private static Trigger trigger(String type, EventProperties properties) {
    return switch (type) {
      case "HttpApi" -> route(properties.only(ROUTE));
      case "SQS" -> queue(properties.only(QUEUE));
      case "DynamoDB" -> stream(properties.only(STREAM));
      case "Schedule" -> schedule(properties.only(SCHEDULE), "Schedule");
      case "ScheduleV2" -> schedule(properties.only(SCHEDULE_V2), "ScheduleExpression");
      default ->
          throw new TemplateException(
              properties.where(), "event type '" + type + "' is not known to the local stack");
    };
  }

  private static Trigger route(EventProperties properties) {
    properties.mustBe("PayloadFormatVersion", PAYLOAD_VERSION);
    String method = properties.text("Method").toUpperCase(Locale.ROOT);
    return new Trigger.HttpRoute(method, properties.text("Path"));
  }

  private static Trigger queue(EventProperties properties) {
    return new Trigger.QueueMapping(
        properties.text("Queue"),
        properties.number("BatchSize", SQS_BATCH),
        properties.tree("ScalingConfig").path("MaximumConcurrency").asInt(POLLERS),
        reportsItems(properties));
  }

  private static Trigger stream(EventProperties properties) {
    return new Trigger.StreamMapping(
        properties.text("Stream"),
        properties.number("BatchSize", STREAM_BATCH),
        properties.text("StartingPosition").equals("TRIM_HORIZON"),
        reportsItems(properties),
        properties.number("MaximumRetryAttempts", -1));
  }

  private static Trigger schedule(EventProperties properties, String expression) {
    return new Trigger.Schedule(
        properties.where(), properties.text(expression), properties.text("Input", ""));
  }

  private static boolean reportsItems(EventProperties properties) {
    return properties.tree("FunctionResponseTypes").toString().contains("ReportBatchItemFailures");
  }
}
