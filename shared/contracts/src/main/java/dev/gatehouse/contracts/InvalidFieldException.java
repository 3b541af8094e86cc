package dev.gatehouse.contracts;

/** A value that breaks the contract: says which field and why. */
public final class InvalidFieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidFieldException(String field, String reason) {
    super(field + ": " + reason);
    this.field = field;
  }

  /** The name of the field on the wire. */
  public String field() {
    return field;
  }
}
