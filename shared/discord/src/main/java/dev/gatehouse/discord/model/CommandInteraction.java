package dev.gatehouse.discord.model;

/** A person used a command. */
public record CommandInteraction(InteractionContext context, CommandData data)
    implements Interaction {
  public CommandInteraction {
    Absent.refuse("context", context);
    Absent.refuse("data", data);
  }
}
