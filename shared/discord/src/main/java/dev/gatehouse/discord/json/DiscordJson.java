package dev.gatehouse.discord.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the records of {@code dev.gatehouse.discord.model}. Reading ignores unknown
 * fields, keeps unknown values, and takes null and what has a wrong shape for absent.
 */
public final class DiscordJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .addModule(new DiscordModule())
          .build();

  private static final LenientReader LENIENT = new LenientReader(MAPPER);

  private DiscordJson() {}

  /** The mapper itself, for trees and streams. It is shared: do not configure it. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads one object. A part with the wrong shape counts as absent.
   *
   * @throws MalformedPayloadException when the text is no JSON, or a part is unreadable or absent
   *     that the object has no meaning without
   */
  public static <T> T read(byte[] json, Class<T> type) {
    return type.cast(read(json, MAPPER.constructType(type)));
  }

  /** As {@link #read}, for text. */
  public static <T> T read(String json, Class<T> type) {
    return read(json.getBytes(StandardCharsets.UTF_8), type);
  }

  /** Reads an array. */
  public static <T> List<T> readList(byte[] json, Class<T> element) {
    JavaType type = MAPPER.getTypeFactory().constructCollectionType(List.class, element);
    return ((List<?>) read(json, type)).stream().map(element::cast).toList();
  }

  /** Writes any record of the model as UTF-8. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(value.getClass().getName() + " cannot be written as JSON", e);
    }
  }

  private static Object read(byte[] json, JavaType type) {
    Object value;
    try {
      value = readOrMend(json, type);
    } catch (IOException e) {
      throw MalformedPayloadException.because(e);
    }
    if (value == null) {
      throw new MalformedPayloadException("", "must not be null");
    }
    return value;
  }

  /** Most payloads are read at once; the tree is built for those that are not. */
  private static @Nullable Object readOrMend(byte[] json, JavaType type) throws IOException {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonMappingException e) {
      return LENIENT.read(MAPPER.readTree(json), type);
    }
  }
}
