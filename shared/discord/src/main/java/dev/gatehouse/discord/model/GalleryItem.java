package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/** A picture of a gallery. */
public record GalleryItem(MediaItem media, @Nullable String description, boolean spoiler) {
  public GalleryItem {
    Absent.refuse("media", media);
  }
}
