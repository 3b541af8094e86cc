package dev.gatehouse.discord.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card below a message.
 *
 * @param color 24 bits of RGB
 * @see <a href="https://docs.discord.com/developers/resources/message#embed-object">Embed
 *     object</a>
 */
public record Embed(
    @Nullable String title,
    @Nullable String type,
    @Nullable String description,
    @Nullable String url,
    @Nullable Instant timestamp,
    @Nullable Integer color,
    @Nullable EmbedFooter footer,
    @Nullable EmbedMedia image,
    @Nullable EmbedMedia thumbnail,
    @Nullable EmbedMedia video,
    @Nullable EmbedAuthor author,
    List<EmbedField> fields) {
  public Embed {
    fields = Absent.asEmpty(fields);
  }

  /** A card with a title and text. */
  public static Embed of(String title, String description) {
    return new Embed(
        title, null, description, null, null, null, null, null, null, null, null, List.of());
  }

  public Embed withColor(int rgb) {
    return new Embed(
        title,
        type,
        description,
        url,
        timestamp,
        rgb,
        footer,
        image,
        thumbnail,
        video,
        author,
        fields);
  }

  public Embed withFields(List<EmbedField> these) {
    return new Embed(
        title,
        type,
        description,
        url,
        timestamp,
        color,
        footer,
        image,
        thumbnail,
        video,
        author,
        these);
  }

  public Embed withFooter(String text) {
    return new Embed(
        title,
        type,
        description,
        url,
        timestamp,
        color,
        new EmbedFooter(text, null),
        image,
        thumbnail,
        video,
        author,
        fields);
  }
}
