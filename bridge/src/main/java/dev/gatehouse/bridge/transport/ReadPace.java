package dev.gatehouse.bridge.transport;

/**
 * Spaces the reads of a busy connection. To wake for a frame costs more than to handle it, so what
 * comes shortly after a read is taken together with what follows, as network cards do it (<a
 * href="https://docs.kernel.org/networking/napi.html">NAPI</a>). What comes after a silence is read
 * at once, and so is what a large read has left behind.
 */
final class ReadPace {
  private static final long APART_NANOS = 1_000_000;

  /** Not to be waited for: more has arrived meanwhile. */
  private static final int LARGE_READ = 32 * 1024;

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

  /** So many bytes came, at that time. */
  void read(int count, long nanos) {
    next = count > 0 && count < LARGE_READ ? nanos + APART_NANOS : nanos;
  }
}
