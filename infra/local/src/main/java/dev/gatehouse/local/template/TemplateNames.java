package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** What a name in the template stands for: a parameter, a pseudo parameter or a resource. */
final class TemplateNames {
  private final Template template;
  private final Map<String, String> parameters;
  private final References references;

  TemplateNames(Template template, Map<String, String> parameters, References references) {
    this.template = template;
    this.parameters = parameters;
    this.references = references;
  }

  JsonNode ref(String name) {
    if (name.equals("AWS::NoValue")) {
      return MissingNode.getInstance();
    }
    if (name.startsWith("AWS::")) {
      return TextNode.valueOf(pseudo(name));
    }
    JsonNode parameter = template.parameter(name);
    return TextNode.valueOf(
        parameter.isMissingNode() ? references.ref(resource(name)) : value(name, parameter));
  }

  String attribute(String resource, String attribute) {
    return references.attribute(resource(resource), attribute);
  }

  private Resource resource(String id) {
    Resource resource = template.resources().get(id);
    if (resource == null) {
      throw new TemplateException(id, "is referred to, but is no parameter and no resource");
    }
    return resource;
  }

  private String value(String name, JsonNode parameter) {
    String given = parameters.get(name);
    if (given != null) {
      return given;
    }
    if (!parameter.has("Default")) {
      throw new TemplateException("parameter " + name, "has no default and was not given");
    }
    return parameter.path("Default").asText();
  }

  private static String pseudo(String name) {
    return switch (name) {
      case "AWS::StackName" -> LocalAccount.STACK;
      case "AWS::Region" -> LocalAccount.REGION;
      case "AWS::AccountId" -> LocalAccount.ID;
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      default -> throw new TemplateException(name, "is not known to the local stack");
    };
  }
}
