package dev.gatehouse.bridge.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages out of buffered bytes (<a
 * href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455</a>). A message that came in
 * one frame is handed over where it lies. Text is not checked to be UTF-8: whoever parses it will.
 */
final class FrameReader {
  private static final int FINAL = 0x80;
  private static final int RESERVED = 0x70;
  private static final int OPCODE = 0x0F;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7F;
  private static final int MEDIUM = 126;
  private static final int SHORT_HEADER = 2;

  private final SocketInput input;
  private final FrameWriter pongs;
  private final int messageBytes;
  private final Fragments fragments;

  FrameReader(SocketInput input, FrameWriter pongs, int messageBytes) {
    this.input = input;
    this.pongs = pongs;
    this.messageBytes = messageBytes;
    this.fragments = new Fragments(messageBytes);
  }

  /** The next message among the bytes that have arrived, or null when more have to arrive first. */
  @Nullable Incoming poll() throws IOException {
    Incoming message = null;
    while (message == null && hasFrame()) {
      message = frame();
    }
    return message;
  }

  private boolean hasFrame() throws BrokenStreamException {
    int available = input.available();
    if (available < SHORT_HEADER || available < headerLength()) {
      return false;
    }
    long size = headerLength() + payloadLength();
    if (size > messageBytes) {
      throw new BrokenStreamException(
          "a frame of " + size + " bytes is above the limit of " + messageBytes);
    }
    if (available < size) {
      input.ensureRoom((int) size);
      return false;
    }
    return true;
  }

  private int headerLength() {
    return switch (byteAt(1) & LENGTH) {
      case MEDIUM -> SHORT_HEADER + 2;
      case MEDIUM + 1 -> SHORT_HEADER + 8;
      default -> SHORT_HEADER;
    };
  }

  private long payloadLength() throws BrokenStreamException {
    int inHeader = byteAt(1) & LENGTH;
    if (inHeader < MEDIUM) {
      return inHeader;
    }
    long length = 0;
    for (int i = SHORT_HEADER; i < headerLength(); i++) {
      length = length << 8 | byteAt(i);
    }
    if (length < 0) {
      throw new BrokenStreamException("a frame length has its top bit set");
    }
    return length;
  }

  private @Nullable Incoming frame() throws IOException {
    int first = byteAt(0);
    if ((first & RESERVED) != 0 || (byteAt(1) & MASKED) != 0) {
      throw new BrokenStreamException("a frame has reserved bits set or is masked");
    }
    int header = headerLength();
    int length = (int) payloadLength();
    int from = input.position() + header;
    input.skip(header + length);
    boolean last = (first & FINAL) != 0;
    int opcode = first & OPCODE;
    return Opcode.isControl(opcode)
        ? control(opcode, last, from, length)
        : data(opcode, last, from, length);
  }

  private @Nullable Incoming data(int opcode, boolean last, int from, int length)
      throws BrokenStreamException {
    if (opcode > Opcode.BINARY || (opcode == Opcode.CONTINUATION) != fragments.isOpen()) {
      throw new BrokenStreamException("a frame of opcode " + opcode + " is out of place");
    }
    if (last && !fragments.isOpen()) {
      return new Incoming.Data(input.bytes(), from, from + length);
    }
    return fragments.add(input.bytes(), from, length, last);
  }

  private @Nullable Incoming control(int opcode, boolean last, int from, int length)
      throws IOException {
    if (!last || length >= MEDIUM) {
      throw new BrokenStreamException("a control frame is fragmented or too long");
    }
    return switch (opcode) {
      case Opcode.CLOSE -> new Incoming.Closed(closeCode(from, length));
      case Opcode.PING -> pong(from, length);
      case Opcode.PONG -> null;
      default -> throw new BrokenStreamException("a control frame of unknown opcode " + opcode);
    };
  }

  private @Nullable Incoming pong(int from, int length) throws IOException {
    byte[] payload = new byte[length];
    System.arraycopy(input.bytes(), from, payload, 0, length);
    pongs.pong(payload);
    return null;
  }

  private int closeCode(int from, int length) {
    byte[] bytes = input.bytes();
    return length < 2
        ? Incoming.Closed.NO_CODE
        : (bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF);
  }

  private int byteAt(int offset) {
    return input.bytes()[input.position() + offset] & 0xFF;
  }
}
