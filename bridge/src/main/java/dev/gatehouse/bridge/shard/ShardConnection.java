package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.transport.BrokenStreamException;
import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.bridge.transport.GatewayConnection;
import dev.gatehouse.bridge.transport.Incoming;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shard's connection, while there is one. Used by the shard's own thread only. */
final class ShardConnection {
  /** Closes of a gateway that goes away, whatever was asked for. */
  private static final Set<Integer> RESTARTS =
      Set.of(Incoming.Closed.NO_CODE, 1000, 1001, 1012, 1013, 4000);

  private final GatewayConnector connector;
  private final Clocks clocks;
  private @Nullable GatewayConnection connection;
  private Compression asked = Compression.PLAIN;
  private boolean spoke;

  ShardConnection(GatewayConnector connector, Clocks clocks) {
    this.connector = connector;
    this.clocks = clocks;
  }

  boolean isOpen() {
    return connection != null;
  }

  void open(Optional<String> resumeUrl) throws IOException {
    Instant now = clocks.now().steady();
    asked = connector.choose(now);
    connection = connector.open(resumeUrl, asked, now);
    spoke = false;
  }

  /** HELLO came, so the gateway accepts the compression. */
  void gatewaySpoke() {
    spoke = true;
  }

  /** Waits for more bytes; false when the peer has gone. */
  boolean await(Duration most) throws IOException {
    return connection != null && connection.await(most);
  }

  /** The next message that has arrived; null when there is none, or no connection any more. */
  @Nullable Incoming poll() throws IOException {
    return connection == null ? null : connection.poll();
  }

  void send(byte[] payload) throws IOException {
    if (connection != null) {
      connection.send(payload);
    }
  }

  void close(int code) {
    if (connection != null) {
      connection.close(code);
      connection = null;
    }
  }

  /** Lets go of a connection that the peer has ended or that broke. */
  void drop() {
    if (connection != null) {
      try (GatewayConnection _ = connection) {
        connection = null;
      } catch (IOException e) {
        // It was broken already; there is nothing left to close.
      }
    }
  }

  /**
   * What a close code means: one that comes before HELLO may be about the compression, which is
   * then given up instead of the shard.
   */
  int meaning(int code) {
    boolean aboutCompression = !spoke && !RESTARTS.contains(code) && asked.fallback().isPresent();
    if (aboutCompression) {
      refused("close code " + code + " before HELLO");
    }
    return aboutCompression ? Incoming.Closed.NO_CODE : code;
  }

  /** The stream makes no sense; before HELLO, its compression is to blame. */
  void broken(BrokenStreamException how) {
    if (!spoke) {
      refused(String.valueOf(how.getMessage()));
    }
  }

  private void refused(String why) {
    connector.refusedBeforeHello(asked, why, clocks.now().steady());
  }
}
