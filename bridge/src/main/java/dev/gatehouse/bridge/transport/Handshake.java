package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The opening handshake (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.1">RFC
 * 6455</a>).
 */
final class Handshake {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int MOST_HEAD_BYTES = 16 * 1024;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Address address;
  private final String key;

  Handshake(Address address, RandomGenerator random) {
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    this.address = address;
    this.key = Base64.getEncoder().encodeToString(nonce);
  }

  /** Asks for the upgrade and checks the answer; what follows it stays in {@code input}. */
  void run(SocketInput input, OutputStream output, Duration wait) throws IOException {
    output.write(request().getBytes(StandardCharsets.US_ASCII));
    output.flush();
    check(readHead(input, wait).lines().toList());
  }

  private String request() {
    return String.join(
        "\r\n",
        "GET " + address.pathAndQuery() + " HTTP/1.1",
        "Host: " + address.authority(),
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: " + key,
        "Sec-WebSocket-Version: 13",
        "User-Agent: DiscordBot (https://gatehouse.dev, 1)",
        "",
        "");
  }

  private static String readHead(SocketInput input, Duration wait) throws IOException {
    while (true) {
      int length = headLength(input);
      if (length > 0) {
        String head =
            new String(input.bytes(), input.position(), length, StandardCharsets.ISO_8859_1);
        input.skip(length);
        return head;
      }
      if (input.available() > MOST_HEAD_BYTES || input.fill(wait) <= 0) {
        throw new IOException("no answer to the WebSocket upgrade");
      }
    }
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

  private void check(List<String> head) throws UpgradeRefusedException {
    int status = status(head.getFirst());
    if (status != SWITCHING_PROTOCOLS) {
      throw new UpgradeRefusedException(status, head.getFirst());
    }
    if (!header(head, "sec-websocket-accept").equals(expectedAccept())) {
      throw new UpgradeRefusedException(status, "the Sec-WebSocket-Accept header is wrong");
    }
  }

  private static int status(String line) throws UpgradeRefusedException {
    String[] parts = line.split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}")) {
      throw new UpgradeRefusedException(0, "the answer is not HTTP");
    }
    return Integer.parseInt(parts[1]);
  }

  private static String header(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private String expectedAccept() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
