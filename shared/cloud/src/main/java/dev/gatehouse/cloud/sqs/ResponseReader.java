package dev.gatehouse.cloud.sqs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads one answer at a time into a buffer of bounded size; the body ends up in one piece, chunked
 * or not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, message body
 *     length</a>
 */
final class ResponseReader {
  private static final int INITIAL = 8 * 1024;
  private static final int KEPT = 128 * 1024;
  private static final int FIRST_FINAL_STATUS = 200;

  private final InputStream in;
  private final int largest;
  private byte[] buffer = new byte[INITIAL];
  private int at;
  private int end;
  private boolean keepsAlive = true;

  ResponseReader(InputStream in, int largest) {
    this.in = in;
    this.largest = largest;
  }

  /** Forgets the last answer, and the room that a large one took. */
  void clear() {
    at = 0;
    end = 0;
    if (buffer.length > KEPT) {
      buffer = new byte[INITIAL];
    }
  }

  /** Whether a further request may follow on this connection. */
  boolean keepsAlive() {
    return keepsAlive && at == end;
  }

  /** Whether any byte of the current answer has come. */
  boolean hasBegun() {
    return end > 0;
  }

  SqsResponse read() throws IOException {
    clear();
    keepsAlive = false;
    ResponseHead head = readHead();
    while (head.status() < FIRST_FINAL_STATUS) {
      head = readHead();
    }
    int start = at;
    int length = readBody(head);
    keepsAlive = head.keepsAlive();
    return new SqsResponse(head.status(), head.date(), buffer, start, length);
  }

  private ResponseHead readHead() throws IOException {
    ResponseHead head = new ResponseHead(line());
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.header(line);
    }
    return head;
  }

  private String line() throws IOException {
    int start = at;
    int length = lineLength();
    return new String(buffer, start, length, StandardCharsets.ISO_8859_1);
  }

  private int readBody(ResponseHead head) throws IOException {
    if (head.isChunked()) {
      return readChunks();
    }
    return head.contentLength() >= 0 ? readFixed(head.contentLength()) : readToEnd();
  }

  private int readFixed(int length) throws IOException {
    need(length);
    at += length;
    return length;
  }

  private int readToEnd() throws IOException {
    int start = at;
    while (fill()) {
      at = end;
    }
    at = end;
    return end - start;
  }

  /** Moves the chunks together, over the lines between them. */
  private int readChunks() throws IOException {
    int start = at;
    int length = 0;
    int size = chunkSize();
    while (size > 0) {
      need(size + 2);
      System.arraycopy(buffer, at, buffer, start + length, size);
      length += size;
      at += size + 2;
      size = chunkSize();
    }
    while (lineLength() > 0) {
      // A trailer says nothing that we need.
    }
    return length;
  }

  private int chunkSize() throws IOException {
    int start = at;
    int length = lineLength();
    int size = 0;
    int digits = 0;
    while (digits < length && Character.digit(buffer[start + digits], 16) >= 0) {
      size = 16 * size + Character.digit(buffer[start + digits], 16);
      digits++;
      if (size > largest) {
        throw tooLarge();
      }
    }
    if (digits == 0) {
      throw new ProtocolException("a chunk has no size");
    }
    return size;
  }

  /** The length of the line that begins here, without its end; moves behind it. */
  private int lineLength() throws IOException {
    int start = at;
    int newline = start;
    while (true) {
      if (newline == end) {
        require(1 + end - at);
      }
      if (buffer[newline] == '\n') {
        break;
      }
      newline++;
    }
    at = newline + 1;
    boolean carriageReturn = newline > start && buffer[newline - 1] == '\r';
    return newline - start - (carriageReturn ? 1 : 0);
  }

  private void need(int count) throws IOException {
    if (count > largest) {
      throw tooLarge();
    }
    require(count);
  }

  private void require(int count) throws IOException {
    while (end - at < count) {
      if (!fill()) {
        throw new EOFException("the connection ended within an answer");
      }
    }
  }

  private boolean fill() throws IOException {
    if (end == buffer.length) {
      if (end >= largest) {
        throw tooLarge();
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(count, 0);
    return count >= 0;
  }

  private ProtocolException tooLarge() {
    return new ProtocolException("the answer is larger than " + largest + " bytes");
  }
}
