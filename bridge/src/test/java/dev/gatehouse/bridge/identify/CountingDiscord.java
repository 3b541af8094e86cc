package dev.gatehouse.bridge.identify;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Discord as far as it counts identifies, whoever makes them; its day began some time ago. */
public final class CountingDiscord implements GatewaySource {
  public static final int TOTAL = 1000;
  private static final long DAY = Duration.ofDays(1).toNanos();

  private final LongSupplier nanos;
  private final int maxConcurrency;
  private long resets;
  private int used;
  private int questions;
  private boolean down;

  public CountingDiscord(
      LongSupplier nanos, int remaining, int maxConcurrency, Duration untilReset) {
    this.nanos = nanos;
    this.used = TOTAL - remaining;
    this.maxConcurrency = maxConcurrency;
    this.resets = nanos.getAsLong() + untilReset.toNanos();
  }

  /** From now on it does not answer, or does again. */
  void down(boolean now) {
    down = now;
  }

  void identified(int times) {
    startOver();
    used += times;
  }

  int remaining() {
    startOver();
    return TOTAL - used;
  }

  /** How often it was asked. */
  int questions() {
    return questions;
  }

  public GatewayInfo info() {
    Duration untilReset = Duration.ofNanos(resets - nanos.getAsLong());
    return new GatewayInfo(
        "wss://gateway.example", 16, TOTAL, remaining(), untilReset, maxConcurrency);
  }

  @Override
  public GatewayInfo gateway() throws IOException {
    questions++;
    if (down) {
      throw new IOException("down, as the test wants it");
    }
    startOver();
    return info();
  }

  private void startOver() {
    while (nanos.getAsLong() >= resets) {
      resets += DAY;
      used = 0;
    }
  }
}
