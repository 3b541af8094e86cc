package dev.gatehouse.llm.adapter;

import dev.gatehouse.llm.model.Cancellation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The stream of one response. Cancelling the call closes it, and with it the connection, so that
 * the provider stops generating; so does a silence that lasts too long.
 */
final class Line extends FilterInputStream {
  private final Duration longestSilence;
  private final Thread watch;
  private volatile long lastHeard = System.nanoTime();
  private volatile boolean stalled;
  private volatile boolean closed;

  Line(InputStream stream, Duration longestSilence, Cancellation cancellation) {
    super(stream);
    this.longestSilence = longestSilence;
    this.watch = Thread.ofVirtual().name("stall-watch").start(this::watch);
    cancellation.onCancel(this::hangUp);
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
      lastHeard = System.nanoTime();
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

  private void hangUp() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing a connection that is given up", e);
    }
  }

  private void watch() {
    Duration rest = longestSilence;
    while (!closed && rest.isPositive()) {
      try {
        Thread.sleep(rest);
      } catch (InterruptedException e) {
        return;
      }
      rest = longestSilence.minusNanos(System.nanoTime() - lastHeard);
    }
    if (!closed) {
      stalled = true;
      hangUp();
    }
  }

  private StalledException stalledException(IOException cause) {
    StalledException stall = new StalledException(longestSilence);
    stall.initCause(cause);
    return stall;
  }
}
