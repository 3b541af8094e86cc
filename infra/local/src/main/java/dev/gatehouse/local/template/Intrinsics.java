package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Evaluates CloudFormation's intrinsic functions. {@code AWS::NoValue} is a missing node, and
 * leaves its field out.
 */
final class Intrinsics {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Template template;
  private final TemplateNames names;

  Intrinsics(Template template, TemplateNames names) {
    this.template = template;
    this.names = names;
  }

  /** The tree without any intrinsic function. */
  JsonNode resolve(JsonNode node) {
    if (node.isArray()) {
      return resolveArray(node);
    }
    if (!node.isObject()) {
      return node;
    }
    Map.Entry<String, JsonNode> only =
        node.size() == 1 ? node.properties().iterator().next() : Map.entry("", node);
    return isFunction(only.getKey()) ? call(only.getKey(), only.getValue()) : resolveObject(node);
  }

  /** The text that a node resolves to. */
  String text(JsonNode node) {
    return resolve(node).asText();
  }

  /** Whether a named condition holds; one that is not there holds. */
  boolean holds(JsonNode condition) {
    return condition.isMissingNode() || truth(condition(condition));
  }

  private static boolean isFunction(String key) {
    return key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::");
  }

  private JsonNode call(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> names.ref(argument.asText());
      case "Condition" -> condition(argument);
      case "Fn::GetAtt" -> attribute(resolve(argument));
      case "Fn::Sub" -> substitute(argument);
      case "Fn::Join" -> join(argument);
      case "Fn::Select" -> resolve(argument.path(1)).path(resolve(argument.path(0)).asInt());
      case "Fn::Split" -> split(argument);
      case "Fn::If" -> resolve(argument.path(truth(condition(argument.path(0))) ? 1 : 2));
      case "Fn::Equals" -> bool(resolve(argument.path(0)).equals(resolve(argument.path(1))));
      case "Fn::Not" -> bool(!truth(resolve(argument.path(0))));
      case "Fn::And" -> bool(stream(argument).allMatch(n -> truth(resolve(n))));
      case "Fn::Or" -> bool(stream(argument).anyMatch(n -> truth(resolve(n))));
      default -> throw new TemplateException(function, "is not known to the local stack");
    };
  }

  private JsonNode condition(JsonNode name) {
    JsonNode definition = template.condition(name.asText());
    if (definition.isMissingNode()) {
      throw new TemplateException("Conditions", "has no '" + name.asText() + "'");
    }
    return resolve(definition);
  }

  private JsonNode attribute(JsonNode argument) {
    return TextNode.valueOf(names.attribute(argument.path(0).asText(), argument.path(1).asText()));
  }

  private JsonNode substitute(JsonNode argument) {
    JsonNode own = argument.isArray() ? resolve(argument.path(1)) : MissingNode.getInstance();
    String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
    Matcher matcher = VARIABLE.matcher(text);
    return TextNode.valueOf(
        matcher.replaceAll(
            match -> Matcher.quoteReplacement(variable(match.group(1), match.group(2), own))));
  }

  private String variable(String escape, String name, JsonNode own) {
    if (!escape.isEmpty()) {
      return "${" + name + "}";
    }
    if (own.has(name)) {
      return own.path(name).asText();
    }
    String[] parts = name.split("\\.", 2);
    return parts.length == 2 ? names.attribute(parts[0], parts[1]) : names.ref(name).asText();
  }

  private JsonNode join(JsonNode argument) {
    String separator = argument.path(0).asText();
    return TextNode.valueOf(
        stream(resolve(argument.path(1)))
            .map(JsonNode::asText)
            .collect(Collectors.joining(separator)));
  }

  private JsonNode split(JsonNode argument) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    String separator = Pattern.quote(argument.path(0).asText());
    List.of(text(argument.path(1)).split(separator, -1)).forEach(parts::add);
    return parts;
  }

  private JsonNode resolveArray(JsonNode node) {
    ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
    stream(node).map(this::resolve).filter(n -> !n.isMissingNode()).forEach(resolved::add);
    return resolved;
  }

  private JsonNode resolveObject(JsonNode node) {
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(e -> put(resolved, e.getKey(), resolve(e.getValue())));
    return resolved;
  }

  private static void put(ObjectNode object, String field, JsonNode value) {
    if (!value.isMissingNode()) {
      object.set(field, value);
    }
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private static boolean truth(JsonNode node) {
    return node.asBoolean();
  }

  private static JsonNode bool(boolean value) {
    return BooleanNode.valueOf(value);
  }
}
