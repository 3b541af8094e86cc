package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object of which some part is not what it should be: that part counts as absent, and so
 * does what has no meaning without it, such as an attachment without its address. Only what the
 * whole has no meaning without is a failure.
 */
final class LenientReader {
  /** Enough for anything that is still worth reading; each part costs a further reading. */
  private static final int MOST_ODD_PARTS = 200;

  private final ObjectMapper mapper;

  LenientReader(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Takes the odd parts out of the tree and reads the rest.
   *
   * @throws JsonProcessingException naming a part, when the whole has no meaning without it
   */
  Object read(JsonNode tree, JavaType type) throws JsonProcessingException {
    for (int left = MOST_ODD_PARTS; ; left--) {
      try {
        return mapper.treeToValue(tree, type);
      } catch (JsonMappingException e) {
        if (left == 0 || !remove(tree, e.getPath())) {
          throw e;
        }
      }
    }
  }

  /** Whether there was such a part. */
  private static boolean remove(JsonNode tree, List<Reference> path) {
    if (path.isEmpty()) {
      return false;
    }
    JsonNode parent = tree;
    for (Reference step : path.subList(0, path.size() - 1)) {
      parent = child(parent, step);
    }
    Reference last = path.getLast();
    return switch (parent) {
      case ObjectNode object -> object.remove(last.getFieldName()) != null;
      case ArrayNode array -> array.remove(last.getIndex()) != null;
      case null, default -> false;
    };
  }

  private static @Nullable JsonNode child(@Nullable JsonNode parent, Reference step) {
    return switch (parent) {
      case ObjectNode object -> object.get(step.getFieldName());
      case ArrayNode array -> array.get(step.getIndex());
      case null, default -> null;
    };
  }
}
