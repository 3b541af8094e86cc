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
   * One message above the limit, which was let pass without being held.
   *
   * @param opcode as its frame tells; -1 when it does not
   * @param sequence the same; 0 when it does not
   * @param event the same; empty when it does not
   * @param bytes how long it was, decompressed
   */
  record Oversized(int opcode, long sequence, String event, long bytes) implements Incoming {}

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
