package dev.gatehouse.bridge.scan;

/**
 * A frame that is not a JSON object as the gateway sends it; tells its shape, never its content.
 */
public final class MalformedFrameException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  /** A frame that lacks what it must carry. */
  public MalformedFrameException(String what) {
    this(what, 0);
  }

  MalformedFrameException(String what, int position) {
    super(what);
    this.position = position;
  }

  /** Says where in the frame it was. */
  MalformedFrameException in(int from, int to) {
    return new MalformedFrameException(
        getMessage() + " at byte " + (position - from) + " of " + (to - from), position);
  }
}
