package dev.gatehouse.bench.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One client's connection to the sink: HTTP/1.1 with content lengths, one call after the other. */
final class AckConnection implements Runnable {
  private static final int USUAL = 64 * 1024;
  private static final String LENGTH = "\r\ncontent-length:";

  private final Socket socket;
  private final MessageAges ages;
  private byte[] buffer = new byte[USUAL];
  private int end;

  AckConnection(Socket socket, MessageAges ages) {
    this.socket = socket;
    this.ages = ages;
  }

  @Override
  public void run() {
    try (socket) {
      InputStream in = socket.getInputStream();
      while (true) {
        int body = headLength(in);
        if (body < 0) {
          return;
        }
        String head = new String(buffer, 0, body, StandardCharsets.ISO_8859_1);
        int length = contentLength(head.toLowerCase(Locale.ROOT));
        require(in, body + length);
        socket.getOutputStream().write(answer(head, body, length));
        ages.note(buffer, body, length);
        System.arraycopy(buffer, body + length, buffer, 0, end - body - length);
        end -= body + length;
      }
    } catch (IOException e) {
      // The client has gone; whoever measures will notice what is missing.
    }
  }

  private byte[] answer(String head, int body, int length) throws IOException {
    String text =
        head.startsWith("GET /latency")
            ? ages.tell()
            : head.contains("SendMessageBatch")
                ? Acknowledgement.ofBatch(buffer, body, length)
                : Acknowledgement.ofMessage(buffer, body, length);
    return ("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: "
            + text.length()
            + "\r\n\r\n"
            + text)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Up to and with the empty line; -1 when the client is done. */
  private int headLength(InputStream in) throws IOException {
    int at = 3;
    while (true) {
      for (; at < end; at++) {
        if (buffer[at] == '\n' && buffer[at - 2] == '\n') {
          return at + 1;
        }
      }
      if (!fill(in)) {
        return -1;
      }
    }
  }

  private static int contentLength(String head) {
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      return 0;
    }
    int from = at + LENGTH.length();
    return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
  }

  private void require(InputStream in, int size) throws IOException {
    while (end < size) {
      if (!fill(in)) {
        throw new IOException("the call was cut");
      }
    }
  }

  private boolean fill(InputStream in) throws IOException {
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(count, 0);
    return count >= 0;
  }
}
