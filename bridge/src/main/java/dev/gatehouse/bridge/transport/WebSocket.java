package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.TextFrame;
import org.jspecify.annotations.Nullable;

/**
 * The library's WebSocket engine on a blocking socket. One thread reads; any thread may send or
 * close. The reading thread drives the engine, so that it can wait for either a frame or a timer.
 */
final class WebSocket implements AutoCloseable {
  private final Socket tcp;
  private final Socket socket;
  private final Duration writeTimeout;
  private final SocketInput input;
  private final OutputStream output;
  private final Inbox inbox;
  private final WebSocketImpl engine;
  private final ReentrantLock sending = new ReentrantLock();

  private WebSocket(Wire wire, Limits limits) throws IOException {
    this.tcp = wire.tcp();
    this.socket = wire.socket();
    this.writeTimeout = limits.writeTimeout();
    this.input = new SocketInput(wire, System::nanoTime, LockSupport::parkNanos);
    this.output = socket.getOutputStream();
    this.inbox = new Inbox(socket);
    this.engine = new WebSocketImpl(inbox, new MessageDraft(limits.messageBytes()));
  }

  /** Opens a WebSocket. */
  static WebSocket open(URI url, Limits limits) throws IOException {
    Address address = Address.of(url);
    Wire wire = Sockets.open(address, limits);
    try {
      WebSocket opened = new WebSocket(wire, limits);
      opened.upgrade(address, limits.connectTimeout());
      return opened;
    } catch (IOException | RuntimeException e) {
      wire.socket().close();
      throw e;
    }
  }

  private void upgrade(Address address, Duration wait) throws IOException {
    try {
      engine.startHandshake(Handshake.request(address));
    } catch (InvalidHandshakeException e) {
      throw new IOException("the WebSocket upgrade cannot be asked for", e);
    }
    flush();
    engine.decode(Handshake.readHead(input, wait));
    if (!engine.isOpen()) {
      throw Handshake.refusal(draft().statusLine());
    }
  }

  /** The next message among the bytes that have arrived, or null when there is none. */
  @Nullable Incoming poll() throws IOException {
    Incoming message = null;
    while (message == null && input.available() > 0 && decodeFrame()) {
      message = inbox.take();
    }
    return message;
  }

  /** Takes one frame; false when the rest of it has yet to arrive. */
  private boolean decodeFrame() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(input.bytes(), input.position(), input.available());
    int before = bytes.position();
    engine.decode(bytes);
    String failure = inbox.failure();
    if (failure != null) {
      throw new BrokenStreamException(failure);
    }
    if (!engine.outQueue.isEmpty()) {
      flush();
    }
    input.skip(bytes.position() - before);
    input.ensureRoom(draft().wanted());
    return bytes.position() > before;
  }

  private MessageDraft draft() {
    return (MessageDraft) engine.getDraft();
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
    TextFrame frame = new TextFrame();
    frame.setPayload(ByteBuffer.wrap(text));
    frame.setTransferemasked(true);
    try {
      engine.sendFrame(frame);
    } catch (WebsocketNotConnectedException e) {
      throw new IOException("the WebSocket is closed", e);
    }
    flush();
  }

  /** Sends what the engine has queued, in its order. */
  private void flush() throws IOException {
    sending.lock();
    try (WriteWatch watch = WriteWatch.over(tcp, writeTimeout)) {
      writeQueued(watch);
    } finally {
      sending.unlock();
    }
  }

  private void writeQueued(WriteWatch watch) throws IOException {
    try {
      for (ByteBuffer frame = engine.outQueue.poll();
          frame != null;
          frame = engine.outQueue.poll()) {
        output.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
      }
      output.flush();
    } catch (IOException e) {
      throw watch.reason(e);
    }
  }

  /** Says why, as far as the peer still listens, and closes. */
  void close(int code) {
    try (WriteWatch _ = WriteWatch.over(tcp, writeTimeout);
        socket) {
      engine.close(code, "");
      flush();
      socket.shutdownOutput();
    } catch (IOException e) {
      // The peer has gone already, so there is nobody to tell.
    }
  }

  /** TLS says that it ends, and could wait for the peer to take that. */
  @Override
  public void close() throws IOException {
    try (WriteWatch _ = WriteWatch.over(tcp, writeTimeout)) {
      socket.close();
    }
  }
}
