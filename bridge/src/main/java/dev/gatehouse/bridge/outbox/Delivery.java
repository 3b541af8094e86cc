package dev.gatehouse.bridge.outbox;

/** Hears about entries that the queue holds. Called by several threads. */
@FunctionalInterface
public interface Delivery {
  /** The queue holds the entry of this sequence number, or nobody ever will. */
  void delivered(long sequence);
}
