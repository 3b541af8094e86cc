package dev.gatehouse.bridge.outbox;

/**
 * How much may wait for the queue. One event of each shard may exceed it.
 *
 * @param events at most
 * @param bytes of message bodies, at most
 */
public record SpoolLimits(int events, long bytes) {
  public SpoolLimits {
    if (events < 1 || bytes < 1) {
      throw new IllegalArgumentException("the spool's limits must be 1 or more");
    }
  }
}
