package dev.gatehouse.cloud.sqs;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The calls that are being made, each with the time at which it must be over: one that is not is
 * cut off. A socket's read time-out bounds silence only; a peer that sends a byte now and then, or
 * takes none of what is written to it, would hold a call until TCP gives up, which takes a quarter
 * of an hour.
 *
 * <p>One thread looks at all calls, a few times within the longest one, so that a call costs no
 * timer. It is the TCP socket that is cut off, since closing TLS writes, and would wait as well.
 */
final class CallsUnderWay implements Runnable, AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int LOOKS_WITHIN_A_CALL = 20;

  private final Duration limit;
  private final LongSupplier nanos;
  private final Map<Socket, Long> ends = new ConcurrentHashMap<>();
  private final Thread watch = Thread.ofPlatform().name("sqs-calls").daemon().unstarted(this);
  private boolean started;
  private volatile boolean closed;

  /**
   * @param limit the longest that a call may take
   * @param nanos a monotonic clock
   */
  CallsUnderWay(Duration limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
  }

  /** When a call that begins now must be over. */
  long end() {
    return nanos.getAsLong() + limit.toNanos();
  }

  /**
   * A call uses that socket from now on.
   *
   * @throws IOException when the client is closed
   */
  void begin(Socket tcp, long end) throws IOException {
    start();
    ends.put(tcp, end);
    if (closed) {
      ends.remove(tcp);
      throw new IOException("the client is closed");
    }
  }

  /** The call has let go of that socket. */
  void done(Socket tcp) {
    ends.remove(tcp);
  }

  /** Whether a call that must be over then has been, or is about to be, cut off. */
  boolean isOver(long end) {
    return nanos.getAsLong() - end >= 0;
  }

  /** What is left until then, 1 ms at least. */
  int millisUntil(long end) {
    return Math.clamp((end - nanos.getAsLong()) / NANOS_PER_MILLI, 1, Integer.MAX_VALUE);
  }

  /** Why the call failed: as it says itself, unless it was cut off. */
  IOException reason(IOException failure, long end) {
    return isOver(end)
        ? new IOException("the call was not over within " + limit.toMillis() + " ms", failure)
        : failure;
  }

  /** Cuts all calls off, and lets none begin. */
  @Override
  public void close() {
    closed = true;
    watch.interrupt();
    for (Socket tcp : ends.keySet()) {
      cutOff(tcp);
    }
  }

  /** Watches until it is closed. */
  @Override
  public void run() {
    try {
      while (!closed) {
        Thread.sleep(limit.dividedBy(LOOKS_WITHIN_A_CALL));
        for (Map.Entry<Socket, Long> call : ends.entrySet()) {
          if (isOver(call.getValue())) {
            cutOff(call.getKey());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void start() {
    if (!started) {
      started = true;
      watch.start();
    }
  }

  private void cutOff(Socket tcp) {
    ends.remove(tcp);
    try {
      tcp.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
