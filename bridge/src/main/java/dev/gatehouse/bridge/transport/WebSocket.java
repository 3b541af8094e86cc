package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A client's WebSocket over a blocking socket. One thread reads; any thread may send or close. It
 * exists because it hands messages over in place, as bytes, and lets one thread wait for either a
 * frame or a timer.
 */
final class WebSocket implements AutoCloseable {
  private final Socket socket;
  private final SocketInput input;
  private final FrameReader reader;
  private final FrameWriter writer;

  private WebSocket(Socket socket, SocketInput input, FrameWriter writer, Limits limits) {
    this.socket = socket;
    this.input = input;
    this.writer = writer;
    this.reader = new FrameReader(input, writer, limits.messageBytes());
  }

  /**
   * Opens a WebSocket.
   *
   * @param random makes the masks and the handshake's key, which must be unpredictable
   */
  static WebSocket open(URI url, Limits limits, RandomGenerator random) throws IOException {
    Address address = Address.of(url);
    Socket socket = Sockets.open(address, limits);
    try {
      SocketInput input = new SocketInput(socket);
      new Handshake(address, random).run(input, socket.getOutputStream(), limits.connectTimeout());
      return new WebSocket(
          socket, input, new FrameWriter(socket.getOutputStream(), random), limits);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** The next message among the bytes that have arrived, or null when there is none. */
  @Nullable Incoming poll() throws IOException {
    return reader.poll();
  }

  /**
   * Waits for more bytes.
   *
   * @return false at the end of the stream
   */
  boolean await(Duration most) throws IOException {
    return input.fill(most) >= 0;
  }

  void send(byte[] text) throws IOException {
    writer.text(text);
  }

  /** Says why, as far as the peer still listens, and closes. */
  void close(int code) {
    try (socket) {
      writer.close(code);
      socket.shutdownOutput();
    } catch (IOException e) {
      // The peer has gone already, so there is nobody to tell.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
