package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import java.util.List;

/**
 * Limits of embeds.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/resources/message#embed-object-embed-limits">Embed
 *     limits</a>
 */
public final class EmbedRules {
  private static final int EMBEDS = 10;
  private static final int FIELDS = 25;
  private static final int ALL_TEXT = 6_000;
  private static final List<String> CONTENT =
      List.of("title", "description", "fields", "image", "thumbnail", "author", "footer", "url");

  private EmbedRules() {}

  /** Checks an array of embeds. */
  public static void check(JsonNode embeds, FormErrors errors) {
    if (!embeds.isArray()) {
      errors.add("embeds", "LIST_TYPE_CONVERT", "Must be a list.");
      return;
    }
    if (embeds.size() > EMBEDS) {
      errors.add("embeds", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
    }
    int text = 0;
    for (int i = 0; i < embeds.size(); i++) {
      checkOne("embeds." + i, embeds.get(i), errors);
      text += textLength(embeds.get(i));
    }
    if (text > ALL_TEXT) {
      errors.add(
          "embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + ALL_TEXT);
    }
  }

  private static void checkOne(String path, JsonNode embed, FormErrors errors) {
    if (CONTENT.stream().allMatch(name -> Json.field(embed, name).isEmpty())) {
      errors.add(path + ".description", "BASE_TYPE_REQUIRED", "This field is required");
    }
    text(path + ".title", embed.path("title"), 256, errors);
    text(path + ".description", embed.path("description"), 4096, errors);
    text(path + ".footer.text", embed.path("footer").path("text"), 2048, errors);
    text(path + ".author.name", embed.path("author").path("name"), 256, errors);
    checkColor(path, embed.path("color"), errors);
    checkFields(path + ".fields", embed.path("fields"), errors);
  }

  private static void checkColor(String path, JsonNode color, FormErrors errors) {
    if (color.isNumber() && (color.asLong() < 0 || color.asLong() > 0xFFFFFF)) {
      errors.add(
          path + ".color",
          "NUMBER_TYPE_MAX",
          "int value should be less than or equal to 16777215.");
    }
  }

  private static void checkFields(String path, JsonNode fields, FormErrors errors) {
    if (fields.size() > FIELDS) {
      errors.add(path, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    }
    for (int i = 0; i < fields.size(); i++) {
      required(path + "." + i + ".name", fields.get(i).path("name"), 256, errors);
      required(path + "." + i + ".value", fields.get(i).path("value"), 1024, errors);
    }
  }

  private static void required(String path, JsonNode text, int limit, FormErrors errors) {
    if (text.asText("").isEmpty()) {
      errors.required(path);
    }
    text(path, text, limit, errors);
  }

  private static void text(String path, JsonNode text, int limit, FormErrors errors) {
    errors.atMost(path, text.asText(""), limit);
  }

  private static int textLength(JsonNode embed) {
    int sum =
        length(embed.path("title"))
            + length(embed.path("description"))
            + length(embed.path("footer").path("text"))
            + length(embed.path("author").path("name"));
    for (JsonNode field : embed.path("fields")) {
      sum += length(field.path("name")) + length(field.path("value"));
    }
    return sum;
  }

  private static int length(JsonNode text) {
    String value = text.asText("");
    return value.codePointCount(0, value.length());
  }
}
