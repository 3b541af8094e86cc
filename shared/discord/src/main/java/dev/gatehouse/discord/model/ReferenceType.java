package dev.gatehouse.discord.model;

/** Whether a reference to a message is a reply or a forward. */
public record ReferenceType(int value) implements Code {
  /** The reference of a reply; what Discord means when no type is given. */
  public static final ReferenceType DEFAULT = new ReferenceType(0);

  public static final ReferenceType FORWARD = new ReferenceType(1);
}
