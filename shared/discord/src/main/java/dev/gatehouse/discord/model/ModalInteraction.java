package dev.gatehouse.discord.model;

/** A person submitted a modal. */
public record ModalInteraction(InteractionContext context, ModalData data) implements Interaction {
  public ModalInteraction {
    Absent.refuse("context", context);
    Absent.refuse("data", data);
  }
}
