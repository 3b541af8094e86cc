package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A SAM template as written, with {@code Globals} merged into each function. */
public final class Template {
  private static final String FUNCTION = "AWS::Serverless::Function";

  private final JsonNode root;
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  private Template(JsonNode root) {
    this.root = root;
    root.path("Resources").properties().forEach(e -> add(e.getKey(), e.getValue()));
  }

  /** Reads a file. */
  public static Template read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /** Reads the text of a template. */
  public static Template parse(String yaml) {
    JsonNode root = TemplateYaml.read(yaml);
    if (!root.path("Resources").isObject()) {
      throw new TemplateException("Resources", "is missing");
    }
    return new Template(root);
  }

  /** The names of the parameters. */
  public List<String> parameterNames() {
    return root.path("Parameters").propertyStream().map(Map.Entry::getKey).toList();
  }

  /** The names of the outputs. */
  public List<String> outputNames() {
    return root.path("Outputs").propertyStream().map(Map.Entry::getKey).toList();
  }

  /** The names of the parameters that are no secrets. */
  public List<String> openParameterNames() {
    return parameterNames().stream()
        .filter(name -> !parameter(name).path("NoEcho").asBoolean())
        .toList();
  }

  JsonNode parameter(String name) {
    return root.path("Parameters").path(name);
  }

  JsonNode condition(String name) {
    return root.path("Conditions").path(name);
  }

  JsonNode output(String name) {
    return root.path("Outputs").path(name).path("Value");
  }

  Map<String, Resource> resources() {
    return resources;
  }

  List<Resource> ofType(String type) {
    return resources.values().stream().filter(r -> r.is(type)).toList();
  }

  List<Resource> functions() {
    return ofType(FUNCTION);
  }

  /** The condition that a resource stands under, or a missing node. */
  JsonNode conditionOf(Resource resource) {
    return root.path("Resources").path(resource.id()).path("Condition");
  }

  private void add(String id, JsonNode node) {
    String type = node.path("Type").asText();
    if (type.isEmpty()) {
      throw new TemplateException(id, "has no Type");
    }
    resources.put(id, new Resource(id, type, properties(type, node.path("Properties"))));
  }

  private JsonNode properties(String type, JsonNode own) {
    JsonNode globals = root.path("Globals").path("Function");
    return type.equals(FUNCTION) && globals.isObject() ? merge(globals, own) : own;
  }

  /** Maps merge, everything else is replaced by the function's own value, as SAM does. */
  private static JsonNode merge(JsonNode below, JsonNode above) {
    if (!below.isObject() || !above.isObject()) {
      return above.isMissingNode() ? below : above;
    }
    ObjectNode merged = below.deepCopy();
    above
        .properties()
        .forEach(e -> merged.set(e.getKey(), merge(below.path(e.getKey()), e.getValue())));
    return merged;
  }
}
