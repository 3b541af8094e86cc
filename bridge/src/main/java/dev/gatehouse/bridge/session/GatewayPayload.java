package dev.gatehouse.bridge.session;

/** A payload that a session sends of its own accord. */
public sealed interface GatewayPayload {
  /**
   * Op 1.
   *
   * @param sequence the last one that came; {@link #NONE} goes out as null
   */
  record Heartbeat(long sequence) implements GatewayPayload {
    /** No dispatch came yet. */
    public static final long NONE = 0;
  }

  /** Op 2; the shell knows token, intents and shard. */
  record Identify() implements GatewayPayload {}

  /** Op 6. */
  record Resume(String sessionId, long sequence) implements GatewayPayload {}
}
