package dev.gatehouse.discord.model;

/** Where an interaction happens or a command may be used. */
public record InteractionContextType(int value) implements Code {
  public static final InteractionContextType GUILD = new InteractionContextType(0);
  public static final InteractionContextType BOT_DM = new InteractionContextType(1);
  public static final InteractionContextType PRIVATE_CHANNEL = new InteractionContextType(2);
}
