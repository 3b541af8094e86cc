package dev.gatehouse.bridge.transport;

import java.time.Duration;

/**
 * What a connection puts up with.
 *
 * @param connectTimeout for TCP, TLS and the upgrade, each
 * @param writeTimeout for sending one payload, and for closing
 * @param messageBytes the largest frame and the largest message, also when decompressed
 */
public record Limits(Duration connectTimeout, Duration writeTimeout, int messageBytes) {
  public Limits {
    if (!connectTimeout.isPositive() || !writeTimeout.isPositive() || messageBytes < 1) {
      throw new IllegalArgumentException("limits must be above 0");
    }
  }

  /** With the same patience for connecting and for writing. */
  public Limits(Duration timeout, int messageBytes) {
    this(timeout, timeout, messageBytes);
  }
}
