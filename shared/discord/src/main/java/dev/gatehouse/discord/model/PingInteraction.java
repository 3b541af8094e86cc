package dev.gatehouse.discord.model;

/** Discord asks whether the endpoint is alive; PONG is the answer. */
public record PingInteraction(InteractionContext context) implements Interaction {
  public PingInteraction {
    Absent.refuse("context", context);
  }
}
