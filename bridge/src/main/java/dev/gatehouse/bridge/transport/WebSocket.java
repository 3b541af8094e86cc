package dev.gatehouse.bridge.transport;

import java.io.ByteArrayOutputStream;
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
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.framing.TextFrame;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket on a blocking socket, with the library's draft for frames and for the handshake. One
 * thread reads, so that it can wait for either a frame or a timer; any thread may send or close. A
 * write has gone out, or failed, when its call returns.
 */
final class WebSocket implements AutoCloseable {
  private final Socket tcp;
  private final Socket socket;
  private final Limits limits;
  private final SocketInput input;
  private final OutputStream output;
  private final MessageDraft draft;
  private final ReentrantLock sending = new ReentrantLock();

  /** What has come of a message in fragments; null outside of one. */
  private @Nullable ByteArrayOutputStream fragments;

  private WebSocket(SocketPair sockets, Limits limits, LongSupplier nanos) throws IOException {
    this.tcp = sockets.tcp();
    this.socket = sockets.socket();
    this.limits = limits;
    this.input = new SocketInput(sockets, nanos, LockSupport::parkNanos);
    this.output = socket.getOutputStream();
    this.draft = new MessageDraft(limits.messageBytes());
  }

  /**
   * Opens a WebSocket.
   *
   * @param nanos a monotonic clock
   */
  static WebSocket open(URI url, Limits limits, LongSupplier nanos) throws IOException {
    Address address = Address.of(url);
    SocketPair sockets = SocketPair.open(address, limits);
    try {
      WebSocket opened = new WebSocket(sockets, limits, nanos);
      Handshake handshake = new Handshake(address, opened.draft);
      opened.write(handshake.request());
      handshake.awaitAnswer(opened.input, limits.connectTimeout());
      return opened;
    } catch (IOException | RuntimeException e) {
      sockets.socket().close();
      throw e;
    }
  }

  /**
   * Waits for more bytes.
   *
   * @return false at the end of the stream
   */
  boolean await(Duration most) throws IOException {
    return input.fill(most) >= 0;
  }

  /** The next message among the bytes that have arrived, or null when there is none. */
  @Nullable Incoming poll() throws IOException {
    Incoming message = null;
    while (message == null && input.available() > 0) {
      Framedata frame = takeFrame();
      if (frame == null) {
        return null;
      }
      message = message(frame);
    }
    return message;
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
      case TEXT, BINARY -> begun(frame);
      case CONTINUOUS -> continued(frame);
      case CLOSING -> closed((CloseFrame) frame);
      case PING -> {
        write(List.of(draft.createBinaryFrame(new PongFrame((PingFrame) frame))));
        yield null;
      }
      case PONG -> null;
    };
  }

  private @Nullable Incoming begun(Framedata frame) throws BrokenStreamException {
    if (fragments != null) {
      throw new BrokenStreamException("a message begins within another");
    }
    if (frame.isFin()) {
      ByteBuffer payload = frame.getPayloadData();
      int from = payload.arrayOffset() + payload.position();
      return new Incoming.Data(payload.array(), from, from + payload.remaining());
    }
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    fragments = begun;
    return append(frame, begun);
  }

  private @Nullable Incoming continued(Framedata frame) throws BrokenStreamException {
    if (fragments == null) {
      throw new BrokenStreamException("a fragment continues nothing");
    }
    return append(frame, fragments);
  }

  private @Nullable Incoming append(Framedata frame, ByteArrayOutputStream message)
      throws BrokenStreamException {
    ByteBuffer payload = frame.getPayloadData();
    if (message.size() + payload.remaining() > limits.messageBytes()) {
      throw new BrokenStreamException("a message is above the limit of " + limits.messageBytes());
    }
    message.write(payload.array(), payload.arrayOffset() + payload.position(), payload.remaining());
    if (!frame.isFin()) {
      return null;
    }
    fragments = null;
    return new Incoming.Data(message.toByteArray(), 0, message.size());
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

  void send(byte[] text) throws IOException {
    TextFrame frame = new TextFrame();
    frame.setPayload(ByteBuffer.wrap(text));
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

  /** Says why, as far as the peer still listens, and closes. */
  void close(int code) {
    CloseFrame frame = new CloseFrame();
    frame.setCode(code);
    try (WriteWatch _ = WriteWatch.over(tcp, limits.writeTimeout());
        socket) {
      write(List.of(draft.createBinaryFrame(frame)));
      socket.shutdownOutput();
    } catch (IOException e) {
      // The peer has gone already, so there is nobody to tell.
    }
  }

  /** TLS says that it ends, and could wait for the peer to take that. */
  @Override
  public void close() throws IOException {
    try (WriteWatch _ = WriteWatch.over(tcp, limits.writeTimeout())) {
      socket.close();
    }
  }
}
