package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.simulator.json.Json;

/** One option's value, by its type. */
final class OptionValue {
  private static final int STRING = 3;
  private static final int INTEGER = 4;
  private static final int BOOLEAN = 5;
  private static final int USER = 6;
  private static final int CHANNEL = 7;
  private static final int ROLE = 8;
  private static final int MENTIONABLE = 9;
  private static final int NUMBER = 10;
  private static final int ATTACHMENT = 11;
  private static final int LONGEST = 6_000;

  private OptionValue() {}

  static JsonNode check(JsonNode definition, JsonNode value, String path, Resolver resolver) {
    return switch (definition.path("type").asInt(0)) {
      case STRING -> checkText(definition, value, path);
      case INTEGER -> checkNumber(definition, value, value.isIntegralNumber(), path);
      case NUMBER -> checkNumber(definition, value, value.isNumber(), path);
      case BOOLEAN -> require(value, value.isBoolean(), path, "Must be true or false.");
      case USER -> id(value, path, resolver.user(value));
      case CHANNEL -> id(value, path, resolver.channel(value));
      case ROLE -> id(value, path, resolver.role(value));
      case MENTIONABLE -> id(value, path, resolver.user(value) || resolver.role(value));
      case ATTACHMENT -> TextNode.valueOf(Long.toString(resolver.attachment(value, path)));
      default -> require(value, false, path, "Options of this type cannot be given here.");
    };
  }

  private static JsonNode id(JsonNode value, String path, boolean known) {
    return TextNode.valueOf(require(value, known, path, "There is nothing with this id.").asText());
  }

  private static JsonNode checkText(JsonNode definition, JsonNode value, String path) {
    require(value, value.isTextual(), path, "Must be a text.");
    int length = value.textValue().length();
    int least = definition.path("min_length").asInt(0);
    int most = definition.path("max_length").asInt(LONGEST);
    require(
        value,
        length >= least && length <= most,
        path,
        "Must have " + least + " to " + most + " characters.");
    return requireChoice(definition, value, path);
  }

  private static JsonNode checkNumber(
      JsonNode definition, JsonNode value, boolean rightKind, String path) {
    require(value, rightKind, path, "Must be a number of the option's type.");
    double least = definition.path("min_value").asDouble(-9.0e15);
    double most = definition.path("max_value").asDouble(9.0e15);
    require(
        value,
        value.doubleValue() >= least && value.doubleValue() <= most,
        path,
        "Must be from " + least + " to " + most + ".");
    return requireChoice(definition, value, path);
  }

  private static JsonNode requireChoice(JsonNode definition, JsonNode value, String path) {
    JsonNode choices = Json.field(definition, "choices").orElseGet(Json::array);
    boolean chosen = choices.isEmpty();
    for (JsonNode choice : choices) {
      chosen = chosen || choice.path("value").asText().equals(value.asText());
    }
    return require(value, chosen, path, "Must be one of the option's choices.");
  }

  private static JsonNode require(JsonNode value, boolean right, String path, String complaint) {
    if (!right) {
      throw new NotAllowedException(path, complaint);
    }
    return value;
  }
}
