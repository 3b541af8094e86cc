package dev.gatehouse.bridge.transport;

/** What came out of a connection. */
public sealed interface Incoming {
  /** One whole message; its bytes stay valid until the next call on the connection. */
  record Data(byte[] bytes, int from, int to) implements Incoming {
    int length() {
      return to - from;
    }
  }

  /**
   * The peer has ended the connection.
   *
   * @param code of its close frame, or {@link #NO_CODE}
   */
  record Closed(int code) implements Incoming {
    /** The connection broke without a close frame. */
    public static final int NO_CODE = 0;
  }
}
