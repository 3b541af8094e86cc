package dev.gatehouse.discord.model;

/** Text with Markdown. */
public record TextDisplay(String content) implements Component {
  public TextDisplay {
    Absent.refuse("content", content);
  }

  public static final int TYPE = 10;

  @Override
  public int type() {
    return TYPE;
  }
}
