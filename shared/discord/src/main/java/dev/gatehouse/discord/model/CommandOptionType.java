package dev.gatehouse.discord.model;

/** The kind of value that a command option takes. */
public record CommandOptionType(int value) implements Code {
  public static final CommandOptionType SUB_COMMAND = new CommandOptionType(1);
  public static final CommandOptionType SUB_COMMAND_GROUP = new CommandOptionType(2);
  public static final CommandOptionType STRING = new CommandOptionType(3);
  public static final CommandOptionType INTEGER = new CommandOptionType(4);
  public static final CommandOptionType BOOLEAN = new CommandOptionType(5);
  public static final CommandOptionType USER = new CommandOptionType(6);
  public static final CommandOptionType CHANNEL = new CommandOptionType(7);
  public static final CommandOptionType ROLE = new CommandOptionType(8);
  public static final CommandOptionType MENTIONABLE = new CommandOptionType(9);
  public static final CommandOptionType NUMBER = new CommandOptionType(10);
  public static final CommandOptionType ATTACHMENT = new CommandOptionType(11);
}
