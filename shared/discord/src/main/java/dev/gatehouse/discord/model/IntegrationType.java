package dev.gatehouse.discord.model;

/** How an application was installed. */
public record IntegrationType(int value) implements Code {
  public static final IntegrationType GUILD_INSTALL = new IntegrationType(0);
  public static final IntegrationType USER_INSTALL = new IntegrationType(1);
}
