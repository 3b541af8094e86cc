package dev.gatehouse.discord.model;

import java.util.List;

/** Up to ten pictures or videos. */
public record MediaGallery(List<GalleryItem> items) implements Component {
  public static final int TYPE = 12;

  public MediaGallery {
    items = Absent.asEmpty(items);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
