package dev.gatehouse.bridge.session;

/** A payload that a session sends of its own accord. */
public sealed interface Outgoing {
  /**
   * Op 1.
   *
   * @param sequence the last one that came; {@link #NONE} goes out as null
   */
  record Heartbeat(long sequence) implements Outgoing {
    /** No dispatch came yet. */
    public static final long NONE = 0;
  }

  /** Op 2; the shell knows token, intents and shard. */
  record Identify() implements Outgoing {}

  /** Op 6. */
  record Resume(String sessionId, long sequence) implements Outgoing {}
}
