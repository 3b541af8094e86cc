package dev.gatehouse.cloud.sqs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps idle connections for the next exchange, the one used last on top. One that was idle for
 * long is closed instead of used: the server is about to do the same.
 */
final class ConnectionPool implements AutoCloseable {
  private static final long LONGEST_IDLE_NANOS = 15_000_000_000L;
  private static final int MOST_IDLE = 16;

  private final LeanSqsSettings settings;
  private final Connector connector;
  private final Deque<HttpConnection> idle = new ArrayDeque<>();
  private boolean closed;

  ConnectionPool(LeanSqsSettings settings, @Nullable SSLSocketFactory trust) {
    this.settings = settings;
    this.connector = new Connector(settings, trust);
  }

  /** An idle connection, or null when there is none that is fresh enough. */
  @Nullable HttpConnection poll() {
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

  HttpConnection open() throws IOException {
    SignedRequest signing = new SignedRequest(settings.endpoint(), settings.region());
    return new HttpConnection(connector.open(), signing);
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

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
    }
    clear();
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
