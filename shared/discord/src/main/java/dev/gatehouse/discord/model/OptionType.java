package dev.gatehouse.discord.model;

/** The kind of value that a command option takes. */
public record OptionType(int value) implements Code {
  public static final OptionType SUB_COMMAND = new OptionType(1);
  public static final OptionType SUB_COMMAND_GROUP = new OptionType(2);
  public static final OptionType STRING = new OptionType(3);
  public static final OptionType INTEGER = new OptionType(4);
  public static final OptionType BOOLEAN = new OptionType(5);
  public static final OptionType USER = new OptionType(6);
  public static final OptionType CHANNEL = new OptionType(7);
  public static final OptionType ROLE = new OptionType(8);
  public static final OptionType MENTIONABLE = new OptionType(9);
  public static final OptionType NUMBER = new OptionType(10);
  public static final OptionType ATTACHMENT = new OptionType(11);
}
