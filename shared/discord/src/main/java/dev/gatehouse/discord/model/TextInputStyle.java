package dev.gatehouse.discord.model;

/** One line or many. */
public record TextInputStyle(int value) implements Code {
  public static final TextInputStyle SHORT = new TextInputStyle(1);
  public static final TextInputStyle PARAGRAPH = new TextInputStyle(2);
}
