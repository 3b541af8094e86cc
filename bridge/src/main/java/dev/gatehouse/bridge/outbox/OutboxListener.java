package dev.gatehouse.bridge.outbox;

/** Hears what the senders do, for metrics and logs. Called by several threads. */
public interface OutboxListener {
  /** A batch is about to be sent, in one call. */
  void calling();

  /** The queue holds an event. */
  void sent(long nanosSinceArrival);

  /** An attempt failed and will be made again. */
  void retrying(int events, String reason);

  /** A payload was stored aside. */
  void claimed();

  /**
   * An event will never reach the queue.
   *
   * @param reason without a word of its content
   * @param kept whether it is durable as a dead letter, else it is lost
   */
  void deadLettered(QueuedEvent event, String reason, boolean kept);

  /**
   * A defect of ours cost no event and no sender.
   *
   * @param what its kind and place
   */
  void defect(String what);
}
