package dev.gatehouse.llm.adapter;

import dev.gatehouse.llm.model.Cancellation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The body of one response. Cancelling the call closes it, and with it the connection, so that the
 * provider stops generating; so does a silence that lasts too long.
 */
final class StallTimeoutInputStream extends FilterInputStream {
  private volatile Duration longestSilence;
  private final Semaphore reads = new Semaphore(0);
  private final Thread watch;
  private volatile boolean stalled;
  private volatile boolean closed;

  StallTimeoutInputStream(InputStream body, Duration longestSilence, Cancellation cancellation) {
    super(body);
    this.longestSilence = longestSilence;
    this.watch = Thread.ofVirtual().name("stall-watch").start(this::watch);
    cancellation.onCancel(this::abort);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    try {
      int count = super.read(to, offset, length);
      reads.release();
      return count;
    } catch (IOException e) {
      throw stalled ? stalledException(e) : e;
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    watch.interrupt();
    super.close();
  }

  /** From now on, a silence that long is too long. */
  void allowSilenceOf(Duration longest) {
    longestSilence = longest;
    reads.release();
  }

  private void abort() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing a connection that is given up", e);
    }
  }

  /** Each read begins the silence anew. */
  private void watch() {
    try {
      while (reads.tryAcquire(longestSilence.toNanos(), TimeUnit.NANOSECONDS)) {
        reads.drainPermits();
      }
    } catch (InterruptedException e) {
      return;
    }
    if (!closed) {
      stalled = true;
      abort();
    }
  }

  private StalledException stalledException(IOException cause) {
    StalledException stall = new StalledException(longestSilence);
    stall.initCause(cause);
    return stall;
  }
}
