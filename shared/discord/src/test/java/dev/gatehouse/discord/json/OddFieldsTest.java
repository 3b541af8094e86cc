package dev.gatehouse.discord.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.discord.model.Application;
import dev.gatehouse.discord.model.ApplicationCommand;
import dev.gatehouse.discord.model.Channel;
import dev.gatehouse.discord.model.GatewayBot;
import dev.gatehouse.discord.model.Interaction;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.Role;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each field of each payload that is read, at any depth, made odd in each way: it is lost with what
 * has no meaning without it, as {@code what-goes-with-an-odd-field.csv} says, and all the rest is
 * read as before.
 */
final class OddFieldsTest {
  private static final Map<String, Class<?>> PAYLOADS = payloads();

  /** Null for a field that is left out. */
  private static final Map<String, @Nullable JsonNode> ODDITIES = oddities();

  private static final List<Loss> LOSSES = losses();

  @ParameterizedTest
  @MethodSource("fields")
  void isLostAlone(String payload, JsonPointer field) {
    ObjectNode whole = Payloads.object(payload);
    JsonNode read = written(whole, PAYLOADS.get(payload));
    ODDITIES.forEach((kind, oddity) -> {
      ObjectNode odd = whole.deepCopy();
      replace(odd, field, oddity);
      List<String> lost =
          LOSSES.stream().flatMap(loss -> loss.with(payload, field).stream()).toList();
      if (lost.contains("")) {
        assertRefusedOrRead(odd, PAYLOADS.get(payload), kind);
      } else {
        List<String> different = new ArrayList<>();
        differences("", read, written(odd, PAYLOADS.get(payload)), different);
        assertThat(different)
            .as("what a field that is %s changes besides itself", kind)
            .allMatch(path -> within(path, field.toString(), lost));
      }
    });
  }

  /** An odd value may still be one: a number is an id by its digits. */
  private static void assertRefusedOrRead(ObjectNode odd, Class<?> type, String kind) {
    if (kind.equals("absent") || kind.equals("null")) {
      assertThatThrownBy(() -> written(odd, type))
          .as(kind)
          .isInstanceOf(MalformedPayloadException.class);
    } else {
      try {
        assertThat(written(odd, type)).as(kind).isNotNull();
      } catch (MalformedPayloadException e) {
        assertThat(e).as(kind).message().isNotBlank();
      }
    }
  }

  private static boolean within(String path, String field, List<String> lost) {
    return below(path, field) || lost.stream().anyMatch(part -> below(path, part));
  }

  private static boolean below(String path, String part) {
    return path.equals(part) || path.startsWith(part + "/");
  }

  private static JsonNode written(ObjectNode payload, Class<?> type) {
    byte[] json = payload.toString().getBytes(StandardCharsets.UTF_8);
    JsonNode written = Payloads.tree(DiscordJson.write(DiscordJson.read(json, type)));
    return type == Interaction.class ? inOneObject(written) : written;
  }

  /** As Discord sends it: what all interactions have in common beside the data of each. */
  private static JsonNode inOneObject(JsonNode interaction) {
    ObjectNode whole = (ObjectNode) interaction.get("context");
    whole.set("data", interaction.path("data"));
    return whole;
  }

  /** An element of a list that is gone moves those after it, so lists count by what they hold. */
  private static void differences(
      String path, JsonNode before, JsonNode after, List<String> different) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      for (String name : names(before, after)) {
        differences(path + "/" + name, before.path(name), after.path(name), different);
      }
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        differences(path + "/" + i, before.get(i), after.get(i), different);
      }
    } else if (before.isArray() && (after.isArray() || after.isMissingNode())) {
      elementsGone(path, before, after, different);
    } else {
      different.add(path);
    }
  }

  private static void elementsGone(
      String path, JsonNode before, JsonNode after, List<String> different) {
    List<JsonNode> left = new ArrayList<>();
    after.forEach(left::add);
    for (int i = 0; i < before.size(); i++) {
      if (!left.remove(before.get(i))) {
        different.add(path + "/" + i);
      }
    }
    if (!left.isEmpty()) {
      different.add(path);
    }
  }

  private static List<String> names(JsonNode before, JsonNode after) {
    return Stream.concat(before.properties().stream(), after.properties().stream())
        .map(Map.Entry::getKey)
        .distinct()
        .toList();
  }

  private static void replace(ObjectNode payload, JsonPointer field, @Nullable JsonNode by) {
    JsonNode parent = payload.at(field.head());
    JsonPointer last = field.last();
    if (parent instanceof ObjectNode object) {
      if (by == null) {
        object.remove(last.getMatchingProperty());
      } else {
        object.set(last.getMatchingProperty(), by);
      }
    } else if (by == null) {
      ((ArrayNode) parent).remove(last.getMatchingIndex());
    } else {
      ((ArrayNode) parent).set(last.getMatchingIndex(), by);
    }
  }

  static Stream<Object[]> fields() {
    return PAYLOADS.keySet().stream()
        .flatMap(payload -> {
          List<JsonPointer> all = new ArrayList<>();
          collect(JsonPointer.empty(), Payloads.object(payload), all);
          return all.stream().map(field -> new Object[] {payload, field});
        });
  }

  private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> all) {
    if (!at.matches()) {
      all.add(at);
    }
    node.properties()
        .forEach(field -> collect(at.appendProperty(field.getKey()), field.getValue(), all));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(at.appendIndex(i), node.get(i), all);
    }
  }

  private static Map<String, Class<?>> payloads() {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    types.put("message", Message.class);
    types.put("interaction-2-command", Interaction.class);
    types.put("interaction-3-component", Interaction.class);
    types.put("interaction-5-modal", Interaction.class);
    types.put("channel", Channel.class);
    types.put("role", Role.class);
    types.put("gateway-bot", GatewayBot.class);
    types.put("application", Application.class);
    types.put("application-command", ApplicationCommand.class);
    return types;
  }

  private static Map<String, @Nullable JsonNode> oddities() {
    Map<String, @Nullable JsonNode> all = new LinkedHashMap<>();
    all.put("absent", null);
    all.put("null", NullNode.getInstance());
    all.put("a word", TextNode.valueOf("odd"));
    all.put("an empty text", TextNode.valueOf(""));
    all.put("a huge text", TextNode.valueOf("x".repeat(100_000)));
    all.put("an unknown number", IntNode.valueOf(4711));
    all.put("a negative number", IntNode.valueOf(-1));
    all.put("a huge number", BigIntegerNode.valueOf(BigInteger.TEN.pow(40)));
    all.put("a flag", JsonNodeFactory.instance.booleanNode(true));
    all.put("a list", JsonNodeFactory.instance.arrayNode().add("odd"));
    all.put("an object", JsonNodeFactory.instance.objectNode().put("odd", 1));
    return all;
  }

  private static List<Loss> losses() {
    String table =
        new String(Payloads.resource("/what-goes-with-an-odd-field.csv"), StandardCharsets.UTF_8);
    return table
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(",", -1))
        .map(row -> new Loss(row[0], row[1], row[2]))
        .toList();
  }

  /** A row of the table. */
  private record Loss(String payload, String field, String lost) {
    /** What is lost when that field, or the part that it belongs to, is odd. */
    Optional<String> with(String concerned, JsonPointer odd) {
      List<String> steps = List.of(odd.toString().split("/", -1));
      List<String> pattern = List.of(field.split("/", -1));
      if (!payload.equals(concerned) || steps.size() != pattern.size()) {
        return Optional.empty();
      }
      for (int i = 0; i < steps.size(); i++) {
        if (!pattern.get(i).equals("*") && !pattern.get(i).equals(steps.get(i))) {
          return Optional.empty();
        }
      }
      int kept = lost.isEmpty() ? 0 : lost.split("/", -1).length;
      return Optional.of(String.join("/", steps.subList(0, kept)));
    }
  }
}
