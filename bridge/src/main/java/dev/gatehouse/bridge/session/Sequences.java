package dev.gatehouse.bridge.session;

/**
 * The sequence numbers of a session: the last one seen on the connection goes into heartbeats; the
 * highest one accepted tells replayed events from new ones; the durable one, up to which the queue
 * holds everything, is what a resume starts from.
 */
final class Sequences {
  private long seen;
  private long accepted;
  private long durable;

  /** Starts over for a session that is known up to {@code durable}. */
  void reset(long durable) {
    seen = durable;
    accepted = durable;
    this.durable = durable;
  }

  /** A resume makes the gateway replay from the durable number. */
  void rewind() {
    seen = durable;
  }

  /** Takes a dispatch's number; false when it was accepted before. */
  boolean accept(long sequence) {
    seen = sequence;
    if (sequence <= accepted) {
      return false;
    }
    accepted = sequence;
    return true;
  }

  void durableMoved(long sequence) {
    durable = Math.max(durable, sequence);
  }

  long seen() {
    return seen;
  }

  long durable() {
    return durable;
  }
}
