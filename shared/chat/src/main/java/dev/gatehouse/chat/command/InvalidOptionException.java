package dev.gatehouse.chat.command;

/** A value that an option does not take; the message completes "the option …". */
public final class InvalidOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidOptionException(String whatIsRight) {
    super(whatIsRight);
  }

  static InvalidOptionException mustBe(String whatIsRight, String was) {
    return new InvalidOptionException(
        "must be " + whatIsRight + ", was `" + Shown.inline(was) + "`");
  }
}
