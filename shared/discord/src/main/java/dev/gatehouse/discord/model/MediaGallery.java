package dev.gatehouse.discord.model;

import java.util.List;

/** Up to ten pictures or videos. */
public record MediaGallery(List<GalleryItem> items) implements Component {
  public MediaGallery {
    items = Absent.asEmpty(items);
  }

  public static final int TYPE = 12;

  @Override
  public int type() {
    return TYPE;
  }
}
