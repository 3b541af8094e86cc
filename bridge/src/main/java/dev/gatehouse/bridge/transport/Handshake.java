package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.java_websocket.handshake.ServerHandshake;

/**
 * The opening handshake (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.1">RFC
 * 6455</a>): what is asked for, and where the answer ends. The draft adds the fields of the
 * protocol to the request, and checks the answer.
 */
final class Handshake implements ClientHandshakeBuilder {
  private static final int MOST_HEAD_BYTES = 16 * 1024;
  private static final byte[] NO_CONTENT = {};

  private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Draft draft;
  private String path;

  Handshake(Address address, Draft draft) throws IOException {
    this.path = address.pathAndQuery();
    this.draft = draft;
    put("Host", address.authority());
    put("User-Agent", "DiscordBot (https://gatehouse.dev, 1)");
    try {
      draft.postProcessHandshakeRequestAsClient(this);
    } catch (InvalidHandshakeException e) {
      throw new IOException("the WebSocket upgrade cannot be asked for", e);
    }
  }

  /** The request. */
  Iterable<ByteBuffer> request() {
    return draft.createHandshake(this);
  }

  /**
   * Reads the answer's head, and leaves what follows it.
   *
   * @param wait for the next part of it
   * @throws UpgradeRefusedException when the answer is not to switch protocols
   */
  void awaitAnswer(SocketInput input, Duration wait) throws IOException {
    ByteBuffer head = readHead(input, wait);
    String statusLine = String.valueOf(Draft.readStringLine(head.duplicate()));
    if (!isAccepted(head)) {
      throw refusal(statusLine);
    }
  }

  private boolean isAccepted(ByteBuffer head) {
    try {
      return draft.translateHandshake(head) instanceof ServerHandshake answer
          && draft.acceptHandshakeAsClient(this, answer) == HandshakeState.MATCHED;
    } catch (InvalidHandshakeException e) {
      return false;
    }
  }

  private static ByteBuffer readHead(SocketInput input, Duration wait) throws IOException {
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

  private static UpgradeRefusedException refusal(String statusLine) {
    String[] parts = statusLine.split(" ", 3);
    boolean http = parts.length > 1 && parts[0].startsWith("HTTP/1.") && parts[1].matches("\\d{3}");
    return http
        ? new UpgradeRefusedException(Integer.parseInt(parts[1]), statusLine)
        : new UpgradeRefusedException(0, "the answer is not HTTP");
  }

  // The request, as the draft fills it and writes it.

  @Override
  public void setResourceDescriptor(String resourceDescriptor) {
    path = resourceDescriptor;
  }

  @Override
  public String getResourceDescriptor() {
    return path;
  }

  @Override
  public void put(String name, String value) {
    fields.put(name, value);
  }

  @Override
  public Iterator<String> iterateHttpFields() {
    return fields.keySet().iterator();
  }

  @Override
  public String getFieldValue(String name) {
    return fields.getOrDefault(name, "");
  }

  @Override
  public boolean hasFieldValue(String name) {
    return fields.containsKey(name);
  }

  @Override
  public void setContent(byte[] content) {
    throw new UnsupportedOperationException("an upgrade has no content");
  }

  @Override
  public byte[] getContent() {
    return NO_CONTENT;
  }
}
