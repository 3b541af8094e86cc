package dev.gatehouse.bridge.transport;

import java.time.Duration;

/**
 * What a connection puts up with.
 *
 * @param connectTimeout for TCP, TLS and the upgrade, each
 * @param messageBytes the largest frame and the largest message, also when decompressed
 */
public record Limits(Duration connectTimeout, int messageBytes) {
  public Limits {
    if (!connectTimeout.isPositive() || messageBytes < 1) {
      throw new IllegalArgumentException("limits must be above 0");
    }
  }
}
