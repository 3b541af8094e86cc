package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A file of a message that is being written: one that is kept, or one that is uploaded beside it.
 *
 * @param id the id of the attachment to keep, or the index of the upload
 */
public record AttachmentRef(String id, @Nullable String filename, @Nullable String description) {
  /** Keeps a file that the message has already; an edit drops those that it does not list. */
  public static AttachmentRef keep(Snowflake id) {
    return new AttachmentRef(id.toString(), null, null);
  }

  /** Names the upload in the part {@code files[index]} of the same request. */
  public static AttachmentRef upload(int index, String filename) {
    return new AttachmentRef(Integer.toString(index), filename, null);
  }
}
