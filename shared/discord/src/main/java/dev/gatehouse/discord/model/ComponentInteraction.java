package dev.gatehouse.discord.model;

/** A person used a button or a menu. */
public record ComponentInteraction(InteractionContext context, ComponentData data)
    implements Interaction {
  public ComponentInteraction {
    Absent.refuse("context", context);
    Absent.refuse("data", data);
  }
}
