package dev.gatehouse.cloud.sqs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps idle connections for the next exchange, the one used last on top. One that was idle for
 * long is closed instead of used: the server is about to do the same.
 */
final class ConnectionPool implements AutoCloseable {
  private static final long LONGEST_IDLE_NANOS = 15_000_000_000L;
  private static final int MOST_IDLE = 16;

  private final SqsSenderSettings settings;
  private final LongSupplier nanos;
  private final CallsUnderWay calls;
  private final Connector connector;
  private final Deque<HttpConnection> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * Connections to the queue's endpoint.
   *
   * @param trust whom to trust; null for whom the platform trusts
   * @param nanos a monotonic clock
   */
  ConnectionPool(
      SqsSenderSettings settings,
      @Nullable SSLSocketFactory trust,
      Connector.Resolver resolver,
      LongSupplier nanos) {
    this.settings = settings;
    this.nanos = nanos;
    this.calls = new CallsUnderWay(settings.callTimeout(), nanos);
    this.connector = new Connector(settings, trust, calls, resolver);
  }

  /** When a call that begins now must be over. */
  long callEnd() {
    return calls.end();
  }

  /** An idle connection, or null when there is none that is fresh enough. */
  @Nullable HttpConnection poll() {
    HttpConnection top;
    synchronized (idle) {
      top = idle.pollFirst();
    }
    if (top != null && nanos.getAsLong() - top.idleSince() > LONGEST_IDLE_NANOS) {
      top.close();
      clear();
      return null;
    }
    return top;
  }

  /**
   * A new connection.
   *
   * @param end when the call that needs it must be over
   * @throws IOException when there is none to be had, or the pool is closed
   */
  HttpConnection open(long end) throws IOException {
    return new HttpConnection(connector.open(end), settings, calls);
  }

  /** Takes a connection back: keeps it if it can be used again, else closes it. */
  void giveBack(HttpConnection connection) {
    if (!connection.isReusable() || !keep(connection)) {
      connection.close();
    }
  }

  /** Closes what is idle: one stale connection makes the older ones suspect. */
  void clear() {
    List<HttpConnection> all;
    synchronized (idle) {
      all = new ArrayList<>(idle);
      idle.clear();
    }
    for (HttpConnection connection : all) {
      connection.close();
    }
  }

  /** Closes all connections; an exchange that is under way fails. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
    }
    clear();
    calls.close();
  }

  private boolean keep(HttpConnection connection) {
    connection.idleSince(nanos.getAsLong());
    synchronized (idle) {
      if (closed || idle.size() >= MOST_IDLE) {
        return false;
      }
      idle.addFirst(connection);
      return true;
    }
  }
}
