package dev.gatehouse.discord.model;

/** Text with Markdown. */
public record TextDisplay(String content) implements Component {
  public static final int TYPE = 10;

  public TextDisplay {
    Absent.refuse("content", content);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
