package dev.gatehouse.bridge.transport;

import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidFrameException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.ContinuousFrame;
import org.java_websocket.framing.DataFrame;
import org.java_websocket.framing.Framedata;

/**
 * The library's RFC 6455 on a client's side, with a short cut: a message in one frame is handed
 * over where it lies, as bytes. Text is not checked to be UTF-8: whoever parses it will. Takes one
 * frame at a time, and only a whole one, so that an incomplete frame stays with the caller.
 */
final class MessageDraft extends Draft_6455 {
  private static final int CONTINUATION = 0x00;
  private static final int TEXT = 0x01;
  private static final int BINARY = 0x02;
  private static final int LAST_CONTINUATION = 0x80;
  private static final int WHOLE_TEXT = 0x81;
  private static final int WHOLE_BINARY = 0x82;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7F;
  private static final int MEDIUM = 126;
  private static final int LONG = 127;
  private static final int SHORT_HEADER = 2;

  private final int messageBytes;
  private int wanted;
  private long large;

  MessageDraft(int messageBytes) {
    super(List.of(), messageBytes);
    this.messageBytes = messageBytes;
    setParseMode(Role.CLIENT);
  }

  /** The size of the frame that the last call found incomplete, as far as it is known; else 0. */
  int wanted() {
    return wanted;
  }

  /**
   * The length of the frame above the limit whose head the last call took, else 0: what is in it is
   * left to the caller.
   */
  long large() {
    return large;
  }

  /** Takes the next frame; takes nothing while it is incomplete. */
  @Override
  public List<Framedata> translateFrame(ByteBuffer bytes) throws InvalidDataException {
    wanted = 0;
    large = 0;
    int available = bytes.remaining();
    int header = available < SHORT_HEADER ? SHORT_HEADER : headerLength(bytes);
    if (available < header) {
      return List.of();
    }
    long length = checkedLength(bytes, header);
    int start = bytes.position();
    int first = bytes.get(start) & 0xFF;
    if (length > messageBytes) {
      large = length;
      bytes.position(start + header);
      return List.of(head(first));
    }
    if (available - header < length) {
      wanted = header + (int) length;
      return List.of();
    }
    bytes.position(start + header + (int) length);
    return first == WHOLE_TEXT || first == WHOLE_BINARY
        ? List.of(message(bytes.slice(start + header, (int) length)))
        : others(bytes.duplicate().flip().position(start));
  }

  /**
   * Fragments and control frames. The library fails with a {@code NullPointerException} when the
   * reason of a close frame is not UTF-8.
   */
  private List<Framedata> others(ByteBuffer frame) throws InvalidDataException {
    try {
      return super.translateFrame(frame);
    } catch (RuntimeException e) {
      throw new InvalidFrameException("a frame is malformed", e);
    }
  }

  private static int headerLength(ByteBuffer bytes) {
    return switch (bytes.get(bytes.position() + 1) & LENGTH) {
      case MEDIUM -> SHORT_HEADER + Short.BYTES;
      case LONG -> SHORT_HEADER + Long.BYTES;
      default -> SHORT_HEADER;
    };
  }

  private long checkedLength(ByteBuffer bytes, int header) throws InvalidDataException {
    if ((bytes.get(bytes.position() + 1) & MASKED) != 0) {
      throw new InvalidFrameException("a server's frame is masked");
    }
    long length = payloadLength(bytes, header);
    if (length < 0) {
      throw new InvalidFrameException("a frame length has its top bit set");
    }
    return length;
  }

  /** The head of a frame above the limit, which only data may be. */
  private static Framedata head(int first) throws InvalidDataException {
    DataFrame head =
        switch (first) {
          case TEXT, WHOLE_TEXT, BINARY, WHOLE_BINARY -> new BinaryFrame();
          case CONTINUATION, LAST_CONTINUATION -> new ContinuousFrame();
          default -> throw new InvalidFrameException("a frame that is no data is above the limit");
        };
    head.setFin(first >= LAST_CONTINUATION);
    return head;
  }

  private static long payloadLength(ByteBuffer bytes, int header) {
    int start = bytes.position();
    return switch (header) {
      case SHORT_HEADER -> bytes.get(start + 1) & LENGTH;
      case SHORT_HEADER + Short.BYTES -> bytes.getShort(start + SHORT_HEADER) & 0xFFFF;
      default -> bytes.getLong(start + SHORT_HEADER);
    };
  }

  /** Text goes as binary too, which is the same to whoever takes bytes. */
  private static Framedata message(ByteBuffer payload) {
    BinaryFrame frame = new BinaryFrame();
    frame.setPayload(payload);
    return frame;
  }
}
