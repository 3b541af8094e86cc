package dev.gatehouse.bridge.outbox;

/**
 * A message on its way to the queue.
 *
 * @param group what it is kept in order with
 * @param session and {@code sequence}: make the deduplication id; without a sequence number, the
 *     whole of it stands here
 * @param sequence number in the session, or {@link #NO_SEQUENCE}
 * @param body the whole message as UTF-8
 * @param payloadAt where the field {@code payload}, the last one, begins in the body; {@link
 *     #NO_PAYLOAD} when it has none that a claim check could replace
 * @param arrivedNanos when its frame was read, of the same source as the outbox's own clock
 * @param delivery hears when the queue holds it
 */
public record Entry(
    GroupKey group,
    String session,
    long sequence,
    byte[] body,
    int payloadAt,
    long arrivedNanos,
    Delivery delivery) {
  /** The body has no payload field. */
  public static final int NO_PAYLOAD = -1;

  /** The entry is no event of a session. */
  public static final long NO_SEQUENCE = -1;

  /**
   * An entry under a deduplication id of its own, without a payload to store aside.
   *
   * @param delivered runs when the queue holds it, or nobody ever will
   */
  public static Entry named(
      GroupKey group, String deduplicationId, byte[] body, long arrivedNanos, Runnable delivered) {
    return new Entry(
        group, deduplicationId, NO_SEQUENCE, body, NO_PAYLOAD, arrivedNanos, _ -> delivered.run());
  }

  /** The FIFO message group. */
  public String groupId() {
    return group.groupId();
  }

  /** The FIFO deduplication id: the same for a replayed event. */
  public String deduplicationId() {
    return sequence == NO_SEQUENCE ? session : session + "-" + sequence;
  }

  int size() {
    return body.length;
  }

  Entry withBody(byte[] replacement) {
    return new Entry(group, session, sequence, replacement, NO_PAYLOAD, arrivedNanos, delivery);
  }

  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "Entry[" + groupId() + ", " + deduplicationId() + ", " + body.length + " bytes]";
  }
}
