package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A file of a message that is being written: one that is kept, or one that is uploaded beside it.
 *
 * @param id the id of the attachment to keep, or the index of the upload
 */
public record PartialAttachment(
    String id, @Nullable String filename, @Nullable String description) {
  /** Keeps a file that the message has already; an edit drops those that it does not list. */
  public static PartialAttachment keep(Snowflake id) {
    return new PartialAttachment(id.toString(), null, null);
  }

  /** Names the upload in the part {@code files[index]} of the same request. */
  public static PartialAttachment upload(int index, String filename) {
    return new PartialAttachment(Integer.toString(index), filename, null);
  }
}
