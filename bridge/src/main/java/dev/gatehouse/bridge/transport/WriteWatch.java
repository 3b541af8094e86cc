package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Cuts a socket off when what is done to it takes too long. A blocking write has no time-out of its
 * own: towards a peer that takes nothing it would last until TCP gives up, which takes a quarter of
 * an hour.
 *
 * <p>It is the TCP socket that is cut off, since closing TLS writes, and would wait as well.
 */
final class WriteWatch implements AutoCloseable {
  private final Socket tcp;
  private final Duration limit;
  private final Thread guard;
  private volatile boolean expired;

  private WriteWatch(Socket tcp, Duration limit) {
    this.tcp = tcp;
    this.limit = limit;
    this.guard = Thread.ofVirtual().name("gateway-write").unstarted(this::guard);
  }

  /** Watches from now on until it is closed. */
  static WriteWatch over(Socket tcp, Duration limit) {
    WriteWatch watch = new WriteWatch(tcp, limit);
    watch.guard.start();
    return watch;
  }

  /** Why the write failed: as it says itself, unless it was cut off. */
  IOException reason(IOException failure) {
    return expired ? new IOException("the peer took nothing for " + limit, failure) : failure;
  }

  private void guard() {
    try {
      Thread.sleep(limit);
      expired = true;
      tcp.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public void close() {
    guard.interrupt();
  }
}
