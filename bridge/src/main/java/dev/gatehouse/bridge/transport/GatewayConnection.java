package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.framing.TextFrame;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the gateway: a WebSocket on a blocking socket, whose messages come out whole and
 * decompressed. One thread reads, so that it can wait for either a frame or a timer; any thread may
 * send or close. A write has gone out, or failed, when its call returns.
 *
 * <p>The frames and the handshake are the library's, by way of {@link MessageDraft}.
 */
public final class GatewayConnection implements AutoCloseable {
  private final Socket tcp;
  private final Socket socket;
  private final Limits limits;
  private final SocketInput input;
  private final OutputStream output;
  private final MessageDraft draft;
  private final Decompressor decompressor;
  private final ReentrantLock sending = new ReentrantLock();

  /** Whether a message has begun and not ended. */
  private boolean open;

  /** What has yet to come of a frame above the limit, and whether its message ends with it. */
  private long passing;

  private boolean endsWithIt;

  private GatewayConnection(
      SocketPair sockets, Limits limits, LongSupplier nanos, Decompressor decompressor)
      throws IOException {
    this.tcp = sockets.tcp();
    this.socket = sockets.socket();
    this.limits = limits;
    this.input = new SocketInput(sockets, nanos, LockSupport::parkNanos);
    this.output = socket.getOutputStream();
    this.draft = new MessageDraft(limits.messageBytes());
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
    Address address = Address.of(url(gateway, compression));
    Decompressor decompressor = compression.decompressor(limits.messageBytes());
    try {
      return open(address, limits, nanos, decompressor);
    } catch (IOException | RuntimeException e) {
      decompressor.close();
      throw e;
    }
  }

  private static GatewayConnection open(
      Address address, Limits limits, LongSupplier nanos, Decompressor decompressor)
      throws IOException {
    SocketPair sockets = SocketPair.open(address, limits);
    try {
      GatewayConnection connection = new GatewayConnection(sockets, limits, nanos, decompressor);
      connection.upgrade(address);
      return connection;
    } catch (IOException | RuntimeException e) {
      sockets.socket().close();
      throw e;
    }
  }

  /** Whether that is a URL that can be connected to. */
  public static boolean isUrl(String gateway) {
    try {
      return !Address.of(url(gateway, Compression.PLAIN)).host().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static URI url(String gateway, Compression compression) {
    String base = gateway.contains("?") ? gateway.substring(0, gateway.indexOf('?')) : gateway;
    String path = URI.create(base).getRawPath();
    String url = base + (path == null || path.isEmpty() ? "/" : "");
    String compress =
        compression == Compression.PLAIN ? "" : "&compress=" + compression.parameter();
    return URI.create(url + "?v=10&encoding=json" + compress);
  }

  private void upgrade(Address address) throws IOException {
    Handshake handshake = new Handshake(address, draft);
    write(handshake.request());
    handshake.awaitAnswer(input, limits.connectTimeout());
  }

  // Reading.

  /**
   * Waits for more bytes; returns early when some come.
   *
   * @return false when the peer has gone
   */
  public boolean await(Duration most) throws IOException {
    return input.fill(most) >= 0;
  }

  /** The next message among the bytes that have arrived, or null when more have to arrive first. */
  public @Nullable Incoming poll() throws IOException {
    while (input.available() > 0) {
      Framedata frame = passing > 0 ? null : takeFrame();
      if (frame == null && passing == 0) {
        return null;
      }
      Incoming message = frame == null ? pass() : message(frame);
      if (message != null) {
        return message;
      }
    }
    return null;
  }

  /** Takes one frame; null when the rest of it has yet to arrive. */
  private @Nullable Framedata takeFrame() throws BrokenStreamException {
    ByteBuffer bytes = ByteBuffer.wrap(input.bytes(), input.position(), input.available());
    try {
      List<Framedata> frames = draft.translateFrame(bytes);
      input.skip(bytes.position() - input.position());
      input.ensureRoom(draft.wanted());
      return frames.isEmpty() ? null : frames.getFirst();
    } catch (InvalidDataException e) {
      throw new BrokenStreamException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The message that the frame completes, if it completes one. */
  private @Nullable Incoming message(Framedata frame) throws IOException {
    return switch (frame.getOpcode()) {
      case TEXT, BINARY, CONTINUOUS -> data(frame);
      case CLOSING -> closed((CloseFrame) frame);
      case PING -> {
        write(List.of(draft.createBinaryFrame(new PongFrame((PingFrame) frame))));
        yield null;
      }
      case PONG -> null;
    };
  }

  private @Nullable Incoming data(Framedata frame) throws BrokenStreamException {
    if (open != (frame.getOpcode() == Opcode.CONTINUOUS)) {
      throw new BrokenStreamException(
          open ? "a message begins within another" : "a fragment continues nothing");
    }
    if (draft.large() > 0) {
      open = true;
      passing = draft.large();
      endsWithIt = frame.isFin();
      return null;
    }
    ByteBuffer payload = frame.getPayloadData();
    int from = payload.arrayOffset() + payload.position();
    int to = from + payload.remaining();
    if (!open && frame.isFin()) {
      return decompressor.decompress(new Incoming.Data(payload.array(), from, to));
    }
    open = !frame.isFin();
    decompressor.add(payload.array(), from, to);
    return open ? null : decompressor.end();
  }

  /** Takes what has arrived of a frame above the limit, and holds none of it. */
  private @Nullable Incoming pass() throws BrokenStreamException {
    int count = (int) Math.min(passing, input.available());
    decompressor.add(input.bytes(), input.position(), input.position() + count);
    input.skip(count);
    passing -= count;
    if (passing > 0 || !endsWithIt) {
      return null;
    }
    open = false;
    return decompressor.end();
  }

  /** Confirms the close, as the protocol has it. */
  private Incoming closed(CloseFrame frame) {
    try {
      write(List.of(draft.createBinaryFrame(frame)));
    } catch (IOException e) {
      // The peer has gone already; what it said still counts.
    }
    return new Incoming.Closed(frame.getCloseCode());
  }

  // Writing.

  /** Sends one payload. */
  public void send(byte[] json) throws IOException {
    TextFrame frame = new TextFrame();
    frame.setPayload(ByteBuffer.wrap(json));
    write(List.of(draft.createBinaryFrame(frame)));
  }

  private void write(Iterable<ByteBuffer> parts) throws IOException {
    sending.lock();
    try (WriteWatch watch = WriteWatch.over(tcp, limits.writeTimeout())) {
      writeAll(parts, watch);
    } finally {
      sending.unlock();
    }
  }

  private void writeAll(Iterable<ByteBuffer> parts, WriteWatch watch) throws IOException {
    try {
      for (ByteBuffer part : parts) {
        output.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
      }
      output.flush();
    } catch (IOException e) {
      throw watch.reason(e);
    }
  }

  // Closing.

  /** Says why, as far as the peer still listens, and closes. */
  public void close(int code) {
    CloseFrame frame = new CloseFrame();
    frame.setCode(code);
    try (WriteWatch _ = WriteWatch.over(tcp, limits.writeTimeout());
        socket) {
      write(List.of(draft.createBinaryFrame(frame)));
      socket.shutdownOutput();
    } catch (IOException e) {
      // The peer has gone already, so there is nobody to tell.
    } finally {
      decompressor.close();
    }
  }

  /** Closes without a word. TLS says that it ends, and could wait for the peer to take that. */
  @Override
  public void close() throws IOException {
    decompressor.close();
    try (WriteWatch _ = WriteWatch.over(tcp, limits.writeTimeout())) {
      socket.close();
    }
  }
}
