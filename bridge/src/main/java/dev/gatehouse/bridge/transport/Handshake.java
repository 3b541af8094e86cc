package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.java_websocket.handshake.HandshakeImpl1Client;

/**
 * The opening handshake (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.1">RFC
 * 6455</a>): what is asked for, and where the answer ends. The library checks the answer.
 */
final class Handshake {
  private static final int MOST_HEAD_BYTES = 16 * 1024;

  private Handshake() {}

  static ClientHandshakeBuilder request(Address address) {
    HandshakeImpl1Client request = new HandshakeImpl1Client();
    request.setResourceDescriptor(address.pathAndQuery());
    request.put("Host", address.authority());
    request.put("User-Agent", "DiscordBot (https://gatehouse.dev, 1)");
    return request;
  }

  /** The whole head of the answer; what follows it stays in {@code input}. */
  static ByteBuffer readHead(SocketInput input, Duration wait) throws IOException {
    int length = headLength(input);
    while (length == 0) {
      if (input.available() > MOST_HEAD_BYTES || input.fill(wait) <= 0) {
        throw new IOException("no answer to the WebSocket upgrade");
      }
      length = headLength(input);
    }
    ByteBuffer head = ByteBuffer.wrap(input.bytes(), input.position(), length);
    input.skip(length);
    return head;
  }

  private static int headLength(SocketInput input) {
    byte[] bytes = input.bytes();
    int from = input.position();
    for (int i = from + 3; i < from + input.available(); i++) {
      if (bytes[i] == '\n'
          && bytes[i - 1] == '\r'
          && bytes[i - 2] == '\n'
          && bytes[i - 3] == '\r') {
        return i + 1 - from;
      }
    }
    return 0;
  }

  static UpgradeRefusedException refusal(String statusLine) {
    String[] parts = statusLine.split(" ", 3);
    boolean http = parts.length > 1 && parts[0].startsWith("HTTP/1.") && parts[1].matches("\\d{3}");
    return http
        ? new UpgradeRefusedException(Integer.parseInt(parts[1]), statusLine)
        : new UpgradeRefusedException(0, "the answer is not HTTP");
  }
}
