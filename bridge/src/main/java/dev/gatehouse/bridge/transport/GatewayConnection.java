package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A connection to the gateway: whole, decompressed messages. One thread reads; any may send. */
public final class GatewayConnection implements AutoCloseable {
  private final WebSocket socket;
  private final Decompressor decompressor;

  private GatewayConnection(WebSocket socket, Decompressor decompressor) {
    this.socket = socket;
    this.decompressor = decompressor;
  }

  /**
   * Connects.
   *
   * @param gateway the URL that Discord gave; version, encoding and compression are added to it
   * @param nanos a monotonic clock
   * @throws UpgradeRefusedException when the server answers without switching protocols
   */
  public static GatewayConnection open(
      String gateway, Compression compression, Limits limits, LongSupplier nanos)
      throws IOException {
    Decompressor decompressor = compression.decompressor(limits.messageBytes());
    try {
      WebSocket socket = WebSocket.open(url(gateway, compression), limits, nanos);
      return new GatewayConnection(socket, decompressor);
    } catch (IOException | RuntimeException e) {
      decompressor.close();
      throw e;
    }
  }

  /** The next message among the bytes that have arrived, or null when more have to arrive first. */
  public @Nullable Incoming poll() throws IOException {
    while (true) {
      switch (socket.poll()) {
        case null -> {
          return null;
        }
        case Incoming.Closed closed -> {
          return closed;
        }
        case Incoming.Data data -> {
          Incoming.Data whole = decompressor.decompress(data);
          if (whole != null) {
            return whole;
          }
        }
      }
    }
  }

  /**
   * Waits for more bytes; returns early when some come.
   *
   * @return false when the peer has gone
   */
  public boolean await(Duration most) throws IOException {
    return socket.await(most);
  }

  /** Sends one payload. */
  public void send(byte[] json) throws IOException {
    socket.send(json);
  }

  /** Sends a close frame and closes. */
  public void close(int code) {
    socket.close(code);
    decompressor.close();
  }

  @Override
  public void close() throws IOException {
    decompressor.close();
    socket.close();
  }

  private static URI url(String gateway, Compression compression) {
    String base = gateway.contains("?") ? gateway.substring(0, gateway.indexOf('?')) : gateway;
    String url = base + (URI.create(base).getRawPath().isEmpty() ? "/" : "");
    String compress =
        compression == Compression.PLAIN ? "" : "&compress=" + compression.parameter();
    return URI.create(url + "?v=10&encoding=json" + compress);
  }
}
