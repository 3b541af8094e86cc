package dev.gatehouse.cloud.aws;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps idle connections for the next exchange, the one used last on top. One that was idle for
 * long is closed instead of used: the server is about to do the same.
 */
public final class ConnectionPool implements AutoCloseable {
  private static final long LONGEST_IDLE_NANOS = 15_000_000_000L;
  private static final int MOST_IDLE = 16;

  private final ServiceEndpoint endpoint;
  private final Connector connector;
  private final Deque<HttpConnection> idle = new ArrayDeque<>();
  private final Set<HttpConnection> open = new HashSet<>();
  private boolean closed;

  /** Connections to that service; null trusts whom the platform trusts. */
  public ConnectionPool(ServiceEndpoint endpoint, @Nullable SSLSocketFactory trust) {
    this.endpoint = endpoint;
    this.connector = new Connector(endpoint, trust);
  }

  /** An idle connection, or null when there is none that is fresh enough. */
  public @Nullable HttpConnection poll() {
    HttpConnection top;
    synchronized (idle) {
      top = idle.pollFirst();
    }
    if (top != null && System.nanoTime() - top.idleSince() > LONGEST_IDLE_NANOS) {
      top.close();
      clear();
      return null;
    }
    return top;
  }

  /**
   * A new connection.
   *
   * @throws IOException when there is none to be had, or the pool is closed
   */
  public HttpConnection open() throws IOException {
    HttpConnection opened = new HttpConnection(connector.open(), endpoint, this);
    synchronized (idle) {
      if (!closed) {
        open.add(opened);
        return opened;
      }
    }
    opened.close();
    throw new IOException("the client is closed");
  }

  /** Takes a connection back: keeps it if it can be used again, else closes it. */
  public void giveBack(HttpConnection connection) {
    if (!connection.isReusable() || !keep(connection)) {
      connection.close();
    }
  }

  /** Closes what is idle: one stale connection makes the older ones suspect. */
  public void clear() {
    List<HttpConnection> all;
    synchronized (idle) {
      all = new ArrayList<>(idle);
      idle.clear();
    }
    close(all);
  }

  /** Closes all connections; an exchange that is under way fails. */
  @Override
  public void close() {
    List<HttpConnection> all;
    synchronized (idle) {
      closed = true;
      idle.clear();
      all = new ArrayList<>(open);
    }
    close(all);
  }

  /** The connection is closed. */
  void forget(HttpConnection connection) {
    synchronized (idle) {
      open.remove(connection);
    }
  }

  private static void close(List<HttpConnection> connections) {
    for (HttpConnection connection : connections) {
      connection.close();
    }
  }

  private boolean keep(HttpConnection connection) {
    connection.idleSince(System.nanoTime());
    synchronized (idle) {
      if (closed || idle.size() >= MOST_IDLE) {
        return false;
      }
      idle.addFirst(connection);
      return true;
    }
  }
}
