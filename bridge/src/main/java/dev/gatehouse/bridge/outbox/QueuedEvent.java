package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.sqs.RawEntry;

/**
 * A message on its way to the events queue. Only its body may change, when the thread that sends it
 * puts a claim check in the payload's place.
 */
public final class QueuedEvent {
  /** The body has no payload field. */
  public static final int NO_PAYLOAD = -1;

  private static final long NO_SEQUENCE = -1;

  private final GroupKey group;
  private final String session;
  private final long sequence;
  private final int spooledBytes;
  private final long arrivedNanos;
  private final Delivery delivery;
  private byte[] body;
  private int payloadAt;
  private boolean claimDemanded;

  /** Hears about events that need no further care. Called by several threads. */
  @FunctionalInterface
  public interface Delivery {
    /** The event of this sequence number is on the queue, or it is a dead letter. */
    void delivered(long sequence);
  }

  /**
   * An event of a session; the session and the sequence number make its deduplication id.
   *
   * @param group what it is kept in order with
   * @param body the whole message as UTF-8
   * @param payloadAt where the field {@code payload}, the last one, begins in the body; {@link
   *     #NO_PAYLOAD} when it has none that a claim check could replace
   * @param arrivedNanos when its frame was read, on the senders' own clock
   */
  public QueuedEvent(
      GroupKey group,
      String session,
      long sequence,
      byte[] body,
      int payloadAt,
      long arrivedNanos,
      Delivery delivery) {
    this.group = group;
    this.session = session;
    this.sequence = sequence;
    this.body = body;
    this.payloadAt = payloadAt;
    this.spooledBytes = body.length;
    this.arrivedNanos = arrivedNanos;
    this.delivery = delivery;
  }

  /**
   * A message under a deduplication id of its own, without a payload to store aside.
   *
   * @param delivered runs when it needs no further care
   */
  public static QueuedEvent named(
      GroupKey group, String deduplicationId, byte[] body, long arrivedNanos, Runnable delivered) {
    return new QueuedEvent(
        group, deduplicationId, NO_SEQUENCE, body, NO_PAYLOAD, arrivedNanos, _ -> delivered.run());
  }

  /** What it is kept in order with. */
  public GroupKey group() {
    return group;
  }

  /** The FIFO deduplication id: the same for a replayed event. */
  public String deduplicationId() {
    return sequence == NO_SEQUENCE ? session : session + "-" + sequence;
  }

  /** The message as it goes to the queue. */
  public byte[] body() {
    return body;
  }

  long arrivedNanos() {
    return arrivedNanos;
  }

  /** The bytes that the spool counts for it, whatever became of its body. */
  int spooledBytes() {
    return spooledBytes;
  }

  int payloadAt() {
    return payloadAt;
  }

  /** Whether a claim check could take the payload's place. */
  boolean isClaimable() {
    return payloadAt != NO_PAYLOAD;
  }

  /** The queue does not take it as it is. */
  void demandClaim() {
    claimDemanded = true;
  }

  boolean isClaimDue() {
    return isClaimable() && (claimDemanded || body.length > QueueSender.MAX_BYTES);
  }

  /** From now on a claim check stands in the payload's place. */
  void claim(byte[] bodyWithClaim) {
    body = bodyWithClaim;
    payloadAt = NO_PAYLOAD;
  }

  /** The same as an entry of a call to the queue. */
  RawEntry entry() {
    return RawEntry.of(group.groupId(), deduplicationId(), body);
  }

  void delivered() {
    delivery.delivered(sequence);
  }

  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "QueuedEvent["
        + group.groupId()
        + ", "
        + deduplicationId()
        + ", "
        + body.length
        + " bytes]";
  }
}
