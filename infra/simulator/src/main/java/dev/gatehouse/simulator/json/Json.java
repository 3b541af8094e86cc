package dev.gatehouse.simulator.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/** Reads and writes JSON trees. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** An array of the given nodes. */
  public static ArrayNode array(Collection<? extends JsonNode> nodes) {
    ArrayNode array = array();
    nodes.forEach(array::add);
    return array;
  }

  /** An array of ids, as Discord writes them: strings. */
  public static ArrayNode ids(Collection<Long> ids) {
    ArrayNode array = array();
    ids.forEach(id -> array.add(Long.toString(id)));
    return array;
  }

  /** The UTF-8 bytes of a tree. */
  public static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tree in the bytes, or nothing when they are not one whole JSON text. */
  public static Optional<JsonNode> parse(byte[] bytes) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A field that is there and not null. */
  public static Optional<JsonNode> field(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** A textual field. */
  public static Optional<String> text(JsonNode object, String name) {
    return field(object, name).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** An id, which clients send as a string or as a number. */
  public static Optional<Long> id(JsonNode object, String name) {
    return field(object, name).flatMap(Json::id);
  }

  /** A node that is an id. */
  public static Optional<Long> id(JsonNode node) {
    return Snowflake.parse(node.asText(""));
  }
}
