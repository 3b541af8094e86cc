package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.http.Parameters;
import dev.gatehouse.simulator.http.Request;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.json.Snowflake;
import java.util.Optional;

/** A call with typed looks at its fields; a field that does not fit ends it, by name. */
public record ControlCall(Request request, Parameters parameters, JsonNode body) {

  static ControlCall of(Request request, Parameters parameters) {
    JsonNode body =
        request.body().length == 0
            ? Json.object()
            : Json.parse(request.body())
                .filter(JsonNode::isObject)
                .orElseThrow(
                    () -> ControlError.invalid("body", "The body must be one JSON object."));
    return new ControlCall(request, parameters, body);
  }

  /** An id in the path. */
  long pathId(String place) {
    return Snowflake.parse(parameters.text(place))
        .orElseThrow(() -> ControlError.missing(place, "The path needs an id here."));
  }

  long id(String field) {
    return optionalId(field).orElseThrow(() -> required(field, "an id"));
  }

  Optional<Long> optionalId(String field) {
    Optional<JsonNode> value = Json.field(body, field);
    return value.map(node ->
        Json.id(node)
            .orElseThrow(
                () -> ControlError.invalid(field, "Must be an id, as a string of digits.")));
  }

  /** An id in the query. */
  Optional<Long> queryId(String name) {
    return request
        .query()
        .first(name)
        .filter(text -> !text.isEmpty())
        .map(text ->
            Snowflake.parse(text).orElseThrow(() -> ControlError.invalid(name, "Must be an id.")));
  }

  String text(String field) {
    return optionalText(field).orElseThrow(() -> required(field, "a text"));
  }

  Optional<String> optionalText(String field) {
    Optional<JsonNode> value = Json.field(body, field);
    if (value.isPresent() && !value.get().isTextual()) {
      throw ControlError.invalid(field, "Must be a text.");
    }
    return value.map(JsonNode::textValue);
  }

  long number(String field, long fallback, long least, long most) {
    Optional<JsonNode> value = Json.field(body, field);
    if (value.isEmpty()) {
      return fallback;
    }
    JsonNode node = value.get();
    if (!node.isIntegralNumber() || node.longValue() < least || node.longValue() > most) {
      throw ControlError.invalid(
          field, "Must be a whole number from " + least + " to " + most + ".");
    }
    return node.longValue();
  }

  /** A number that may have a fraction. */
  double decimal(String field, double fallback, double least, double most) {
    Optional<JsonNode> value = Json.field(body, field);
    if (value.isEmpty()) {
      return fallback;
    }
    JsonNode node = value.get();
    if (!node.isNumber() || node.doubleValue() < least || node.doubleValue() > most) {
      throw ControlError.invalid(field, "Must be a number from " + least + " to " + most + ".");
    }
    return node.doubleValue();
  }

  boolean flag(String field, boolean fallback) {
    Optional<JsonNode> value = Json.field(body, field);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw ControlError.invalid(field, "Must be true or false.");
    }
    return value.map(JsonNode::booleanValue).orElse(fallback);
  }

  private static ControlError required(String field, String what) {
    return ControlError.invalid(field, "This field is required: " + what + ".");
  }
}
