package dev.gatehouse.bridge.transport;

/**
 * Spaces the reads of a busy connection. To wake for a frame costs more than to handle it, so what
 * comes shortly after a read is taken together with what follows, as network cards do it (<a
 * href="https://docs.kernel.org/networking/napi.html">NAPI</a>). What comes after a silence is read
 * at once, and so is what a read has left behind.
 */
final class ReadPace {
  private static final long APART_NANOS = 1_000_000;

  private long next;

  /**
   * @param nanos the time of a monotonic clock
   */
  ReadPace(long nanos) {
    next = nanos;
  }

  /** Nanoseconds to wait before the next read; 0 or less when it is due. */
  long untilNext(long nanos) {
    return next - nanos;
  }

  /** A read at that time took all there was. */
  void tookAll(long nanos) {
    next = nanos + APART_NANOS;
  }

  /** A read at that time left something behind, or found the end. */
  void leftSome(long nanos) {
    next = nanos;
  }
}
