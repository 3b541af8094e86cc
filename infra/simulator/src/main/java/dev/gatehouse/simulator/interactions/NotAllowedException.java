package dev.gatehouse.simulator.interactions;

/** A person's action that the commands or components do not allow. */
public final class NotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  NotAllowedException(String field, String message) {
    super(message, null, false, false);
    this.field = field;
  }

  /** Which field is wrong. */
  public String field() {
    return field;
  }
}
