package dev.gatehouse.discord.model;

/** What a person did to cause an interaction. */
public record InteractionType(int value) implements Code {
  public static final InteractionType PING = new InteractionType(1);
  public static final InteractionType APPLICATION_COMMAND = new InteractionType(2);
  public static final InteractionType MESSAGE_COMPONENT = new InteractionType(3);
  public static final InteractionType APPLICATION_COMMAND_AUTOCOMPLETE = new InteractionType(4);
  public static final InteractionType MODAL_SUBMIT = new InteractionType(5);
}
