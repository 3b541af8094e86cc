package dev.gatehouse.discord.model;

/** How a button looks and what it does. */
public record ButtonStyle(int value) implements Code {
  public static final ButtonStyle PRIMARY = new ButtonStyle(1);
  public static final ButtonStyle SECONDARY = new ButtonStyle(2);
  public static final ButtonStyle SUCCESS = new ButtonStyle(3);
  public static final ButtonStyle DANGER = new ButtonStyle(4);
  public static final ButtonStyle LINK = new ButtonStyle(5);
  public static final ButtonStyle PREMIUM = new ButtonStyle(6);
}
