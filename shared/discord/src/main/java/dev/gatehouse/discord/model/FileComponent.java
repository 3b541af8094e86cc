package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * An uploaded file.
 *
 * @param file its address, {@code attachment://name}
 * @param size in bytes, known once it was received
 */
public record FileComponent(
    MediaItem file, boolean spoiler, @Nullable String name, @Nullable Long size)
    implements Component {
  public static final int TYPE = 13;

  public FileComponent {
    Absent.refuse("file", file);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
