package dev.gatehouse.bench.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The floor: a blocking socket, frame headers parsed, one scan for the channel's id, nothing else.
 * Arguments: gateway address, token, {@code none} or {@code zlib}, step.
 */
public final class BareReaderMain {
  private static final byte[] CHANNEL = "\"channel_id\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MESSAGE = "\"MESSAGE_CREATE\"".getBytes(StandardCharsets.US_ASCII);
  private static final int LARGEST = 1 << 22;
  private static final int MASK_BYTES = 4;

  private final Socket socket;
  private final Inflater inflater = new Inflater();
  private final boolean deflated;
  private final int step;
  private final byte[] buffer = new byte[LARGEST];
  private final byte[] inflated = new byte[LARGEST];
  private int from;
  private int to;
  private long count;
  private long sum;

  private BareReaderMain(Socket socket, boolean deflated, int step) {
    this.socket = socket;
    this.deflated = deflated;
    this.step = step;
  }

  public static void main(String[] arguments) throws IOException, DataFormatException {
    URI gateway = URI.create(arguments[0]);
    boolean deflated = arguments[2].equals("zlib");
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      BareReaderMain reader = new BareReaderMain(socket, deflated, Integer.parseInt(arguments[3]));
      reader.shakeHands(gateway);
      reader.identify(arguments[1]);
      reader.readAll();
    }
  }

  private void shakeHands(URI gateway) throws IOException {
    String query = "?v=10&encoding=json" + (deflated ? "&compress=zlib-stream" : "");
    String request =
        "GET /gateway"
            + query
            + " HTTP/1.1\r\nHost: "
            + gateway.getAuthority()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    for (int newlines = 0; newlines < 2; ) {
      int next = in.read();
      newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
    }
  }

  /** A masked text frame; a mask of zeros leaves the text as it is. */
  private void identify(String token) throws IOException {
    String text =
        "{\"op\":2,\"d\":{\"token\":\""
            + token
            + "\",\"intents\":33281,\"properties\":{\"os\":\"linux\","
            + "\"browser\":\"bare\",\"device\":\"bare\"}}}";
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    boolean small = payload.length < 126;
    byte[] head =
        small
            ? new byte[] {(byte) 0x81, (byte) (0x80 | payload.length)}
            : new byte[] {
              (byte) 0x81, (byte) (0x80 | 126), (byte) (payload.length >> 8), (byte) payload.length
            };
    byte[] frame = new byte[head.length + MASK_BYTES + payload.length];
    System.arraycopy(head, 0, frame, 0, head.length);
    System.arraycopy(payload, 0, frame, head.length + MASK_BYTES, payload.length);
    socket.getOutputStream().write(frame);
  }

  private void readAll() throws IOException, DataFormatException {
    InputStream in = socket.getInputStream();
    for (int read = 0; read >= 0; read = in.read(buffer, to, buffer.length - to)) {
      to += read;
      takeFrames();
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    System.out.println("sum " + sum);
  }

  private void takeFrames() throws DataFormatException {
    for (; ; ) {
      int head = headLength();
      if (head == 0 || to - from < head + payloadLength()) {
        return;
      }
      int length = payloadLength();
      take(from + head, length);
      from += head + length;
    }
  }

  private int headLength() {
    if (to - from < 2) {
      return 0;
    }
    int code = buffer[from + 1] & 0x7f;
    int head = code == 127 ? 10 : code == 126 ? 4 : 2;
    return to - from < head ? 0 : head;
  }

  private int payloadLength() {
    int code = buffer[from + 1] & 0x7f;
    if (code < 126) {
      return code;
    }
    int bytes = code == 126 ? 2 : 8;
    int length = 0;
    for (int i = 0; i < bytes; i++) {
      length = length << 8 | buffer[from + 2 + i] & 0xff;
    }
    return length;
  }

  private void take(int start, int length) throws DataFormatException {
    if (deflated) {
      inflater.setInput(buffer, start, length);
      scan(inflated, 0, inflater.inflate(inflated));
    } else {
      scan(buffer, start, start + length);
    }
  }

  private void scan(byte[] bytes, int start, int end) {
    int at = find(CHANNEL, bytes, start, end);
    if (at < 0 || count == 0 && find(MESSAGE, bytes, start, end) < 0) {
      return;
    }
    sum += bytes[at + CHANNEL.length];
    if (++count % step == 0) {
      System.out.println("count " + count);
    }
  }

  private static int find(byte[] wanted, byte[] bytes, int start, int end) {
    for (int i = start; i <= end - wanted.length; i++) {
      if (bytes[i] == '"' && matches(wanted, bytes, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] wanted, byte[] bytes, int at) {
    for (int i = 1; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
