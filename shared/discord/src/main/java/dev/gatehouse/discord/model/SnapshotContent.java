package dev.gatehouse.discord.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a forwarded message that Discord passes on. */
public record SnapshotContent(
    @Nullable MessageType type,
    @Nullable String content,
    List<Embed> embeds,
    List<Attachment> attachments,
    List<User> mentions,
    List<Component> components,
    List<StickerItem> stickerItems,
    @Nullable Instant timestamp,
    MessageFlags flags) {
  public SnapshotContent {
    embeds = Absent.asEmpty(embeds);
    attachments = Absent.asEmpty(attachments);
    mentions = Absent.asEmpty(mentions);
    components = Absent.asEmpty(components);
    stickerItems = Absent.asEmpty(stickerItems);
    flags = Absent.or(flags, MessageFlags.NONE);
  }

  /** What people write is not printed, so that no log carries it. */
  @Override
  public String toString() {
    return "SnapshotContent[" + timestamp + "]";
  }
}
