package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * CloudFormation's YAML as a JSON tree: each short tag becomes its long form, {@code !Ref X} {@code
 * {"Ref": "X"}} and {@code !Sub x} {@code {"Fn::Sub": "x"}}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
final class TemplateYaml {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TemplateYaml() {}

  /** The root mapping, or an error that names the line. */
  static JsonNode read(String yaml) {
    JsonNode root = JSON.valueToTree(load(yaml));
    if (!root.isObject()) {
      throw new TemplateException("the whole file", "must be a mapping with Resources");
    }
    return root;
  }

  private static Object load(String yaml) {
    try {
      return new Yaml(new Constructor()).load(yaml);
    } catch (YAMLException e) {
      throw new TemplateException("YAML syntax", String.valueOf(e.getMessage()));
    }
  }

  private static final class Constructor extends SafeConstructor {
    Constructor() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new ShortForm());
      // A date stays the text it is: the policies' Version is one.
      yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
    }

    private final class ShortForm extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        return switch (name) {
          case "Ref", "Condition" -> Map.of(name, value(node));
          case "GetAtt" -> Map.of("Fn::GetAtt", attribute(value(node)));
          default -> Map.of("Fn::" + name, value(node));
        };
      }

      private Object value(Node node) {
        return switch (node) {
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> throw new TemplateException("tag " + node.getTag(), "has no value");
        };
      }

      private Object attribute(Object value) {
        return value instanceof String text ? List.of(text.split("\\.", 2)) : value;
      }
    }
  }
}
