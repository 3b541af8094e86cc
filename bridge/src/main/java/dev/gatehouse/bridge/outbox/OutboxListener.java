package dev.gatehouse.bridge.outbox;

/** Hears what the outbox does, for metrics and logs. Called by several threads. */
public interface OutboxListener {
  /** A batch is about to be sent, in one call. */
  void calling();

  /** The queue holds an entry. */
  void sent(long nanosSinceArrival);

  /** An attempt failed and will be made again. */
  void retrying(int entries, String reason);

  /** A payload was stored aside. */
  void claimed(Entry entry);

  /** The queue will never take this entry, and it cannot be stored aside: it is dropped. */
  void rejected(Entry entry, String reason);
}
