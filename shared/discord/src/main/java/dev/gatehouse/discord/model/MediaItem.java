package dev.gatehouse.discord.model;

/** Where a picture, video or file lies: an address, or {@code attachment://name} for an upload. */
public record MediaItem(String url) {
  public MediaItem {
    Absent.refuse("url", url);
  }
}
