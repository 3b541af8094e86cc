package dev.gatehouse.contracts.settings;

/** A setting that stops the start: says which one, why, and what would be right. */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A setting by its environment variable's name. */
  public InvalidSettingException(String name, String reason) {
    super(name + ": " + reason);
  }
}
