package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A file of a message.
 *
 * @param size in bytes
 * @param contentType the media type, absent when Discord could not tell
 * @param durationSecs how long a voice message is
 * @param ephemeral whether the file disappears after a while
 * @see <a href="https://docs.discord.com/developers/resources/message#attachment-object">Attachment
 *     object</a>
 */
public record Attachment(
    Snowflake id,
    String filename,
    @Nullable String description,
    @Nullable String contentType,
    long size,
    String url,
    @Nullable String proxyUrl,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double durationSecs,
    boolean ephemeral) {
  public Attachment {
    Absent.refuse("id", id);
    Absent.refuse("filename", filename);
    Absent.refuse("url", url);
  }
}
