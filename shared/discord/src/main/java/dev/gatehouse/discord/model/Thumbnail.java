package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/** A small picture beside a section. */
public record Thumbnail(MediaItem media, @Nullable String description, boolean spoiler)
    implements Component {
  public static final int TYPE = 11;

  public Thumbnail {
    Absent.refuse("media", media);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
