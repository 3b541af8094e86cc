package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A button.
 *
 * @param customId what its interaction brings back, 1 to 100 characters; null for links
 * @param url where a link leads; null for all others
 */
public record Button(
    ButtonStyle style,
    @Nullable String label,
    @Nullable Emoji emoji,
    @Nullable String customId,
    @Nullable String url,
    boolean disabled)
    implements Component {
  public static final int TYPE = 2;

  public Button {
    Absent.refuse("style", style);
  }

  @Override
  public int type() {
    return TYPE;
  }

  /** A button that causes an interaction. */
  public static Button of(ButtonStyle style, String customId, String label) {
    return new Button(style, label, null, customId, null, false);
  }

  /** A button that opens an address. */
  public static Button link(String url, String label) {
    return new Button(ButtonStyle.LINK, label, null, null, url, false);
  }

  public Button asDisabled() {
    return new Button(style, label, emoji, customId, url, true);
  }
}
