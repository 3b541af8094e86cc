package dev.gatehouse.bridge.transport;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.Handshakedata;
import org.jspecify.annotations.Nullable;

/** Keeps what the library's engine calls back with, until the reading thread takes it. */
final class Inbox extends WebSocketAdapter {
  private final Socket socket;
  private @Nullable Incoming next;
  private volatile @Nullable String failure;

  Inbox(Socket socket) {
    this.socket = socket;
  }

  /** What has come in since the last call, or null. */
  @Nullable Incoming take() {
    Incoming taken = next;
    next = null;
    return taken;
  }

  /** Why the engine gave the connection up, or null. */
  @Nullable String failure() {
    return failure;
  }

  @Override
  public void onWebsocketMessage(org.java_websocket.WebSocket engine, ByteBuffer message) {
    int from = message.arrayOffset() + message.position();
    next = new Incoming.Data(message.array(), from, from + message.remaining());
  }

  /** A text that came in fragments: the library makes a String of it. */
  @Override
  public void onWebsocketMessage(org.java_websocket.WebSocket engine, String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    next = new Incoming.Data(bytes, 0, bytes.length);
  }

  @Override
  public void onWebsocketCloseInitiated(
      org.java_websocket.WebSocket engine, int code, String reason) {
    failed(reason);
  }

  @Override
  public void onWebsocketClosing(
      org.java_websocket.WebSocket engine, int code, String reason, boolean remote) {
    if (remote) {
      next = new Incoming.Closed(code == CloseFrame.NOCODE ? Incoming.Closed.NO_CODE : code);
    } else {
      failed(reason);
    }
  }

  @Override
  public void onWebsocketError(org.java_websocket.WebSocket engine, Exception error) {
    failed(error.getMessage());
  }

  /** The library gives no reason when fragments add up to more than the limit. */
  private void failed(@Nullable String reason) {
    failure = reason == null ? "a message is above the limit" : reason;
  }

  @Override
  public void onWebsocketOpen(org.java_websocket.WebSocket engine, Handshakedata handshake) {}

  @Override
  public void onWebsocketClose(
      org.java_websocket.WebSocket engine, int code, String reason, boolean remote) {}

  /** Nothing to do: whoever calls the engine sends what it has queued. */
  @Override
  public void onWriteDemand(org.java_websocket.WebSocket engine) {}

  @Override
  public InetSocketAddress getLocalSocketAddress(org.java_websocket.WebSocket engine) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Override
  public InetSocketAddress getRemoteSocketAddress(org.java_websocket.WebSocket engine) {
    return (InetSocketAddress) socket.getRemoteSocketAddress();
  }
}
