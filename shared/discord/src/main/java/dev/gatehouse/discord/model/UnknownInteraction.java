package dev.gatehouse.discord.model;

/** An interaction of a type that has no record yet. */
public record UnknownInteraction(InteractionContext context) implements Interaction {
  public UnknownInteraction {
    Absent.refuse("context", context);
  }
}
