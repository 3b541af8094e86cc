package dev.gatehouse.bridge.scan;

/**
 * A frame that is not a JSON object as the gateway sends it; tells its shape, never its content.
 */
public final class MalformedFrameException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int length;

  MalformedFrameException(String what, int position, int length) {
    super(what + " at byte " + position + " of " + length);
    this.length = length;
  }

  /** The frame's length in bytes. */
  public int length() {
    return length;
  }
}
