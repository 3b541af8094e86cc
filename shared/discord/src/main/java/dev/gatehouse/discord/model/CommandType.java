package dev.gatehouse.discord.model;

/** Where an application command is offered. */
public record CommandType(int value) implements Code {
  public static final CommandType CHAT_INPUT = new CommandType(1);
  public static final CommandType USER = new CommandType(2);
  public static final CommandType MESSAGE = new CommandType(3);
  public static final CommandType PRIMARY_ENTRY_POINT = new CommandType(4);
}
