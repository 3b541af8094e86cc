package dev.gatehouse.discord.model;

/** How often an emoji was added to a message, and whether by us. */
public record Reaction(int count, boolean me, Emoji emoji) {
  public Reaction {
    Absent.refuse("emoji", emoji);
  }
}
