package dev.gatehouse.contracts.settings;

/** A setting that stops the start: says which one, why, and what would be right. */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String name;

  public InvalidSettingException(String name, String reason) {
    super(name + ": " + reason);
    this.name = name;
  }

  /** The environment variable's name. */
  public String name() {
    return name;
  }
}
