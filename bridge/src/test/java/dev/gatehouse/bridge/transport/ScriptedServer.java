package dev.gatehouse.bridge.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/**
 * A server that accepts one WebSocket, sends bytes as they are given, and keeps what comes back.
 */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket server;
  private final CompletableFuture<String> request = new CompletableFuture<>();
  private final CompletableFuture<Socket> accepted = new CompletableFuture<>();

  /** A server that switches protocols as it should. */
  static ScriptedServer switching() throws IOException {
    return new ScriptedServer(null);
  }

  /** A server that answers the upgrade with this text. */
  static ScriptedServer answering(String head) throws IOException {
    return new ScriptedServer(head);
  }

  private ScriptedServer(String answer) throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(answer));
  }

  String url() {
    return "ws://127.0.0.1:" + server.getLocalPort();
  }

  /** The client's request for the upgrade. */
  String request() {
    return request.join();
  }

  void send(byte[]... frames) throws IOException {
    for (byte[] frame : frames) {
      accepted.join().getOutputStream().write(frame);
    }
  }

  void end() throws IOException {
    accepted.join().close();
  }

  /** The next bytes that the client sent. */
  byte[] received(int count) throws IOException {
    return accepted.join().getInputStream().readNBytes(count);
  }

  private void accept(String answer) {
    try {
      Socket socket = server.accept();
      String head = head(socket.getInputStream());
      request.complete(head);
      String reply = answer != null ? answer : switched(head);
      socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
      accepted.complete(socket);
    } catch (Exception e) {
      accepted.completeExceptionally(e);
    }
  }

  private static String head(InputStream input) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(input.read());
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  private static String switched(String head) throws Exception {
    String key =
        head.lines()
            .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
            .findFirst()
            .orElseThrow()
            .substring(19);
    byte[] digest =
        MessageDigest.getInstance("SHA-1")
            .digest(
                (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "sec-websocket-accept: "
        + Base64.getEncoder().encodeToString(digest)
        + "\r\n\r\n";
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (accepted.isDone() && !accepted.isCompletedExceptionally()) {
      accepted.join().close();
    }
  }
}
