package dev.gatehouse.bridge.transport;

import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidFrameException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.Framedata;

/**
 * The library's RFC 6455 on a client's side, with a short cut: a message in one frame is handed
 * over where it lies, as bytes. Text is not checked to be UTF-8: whoever parses it will. Takes one
 * frame at a time, and only a whole one, so that an incomplete frame stays with the caller.
 */
final class MessageDraft extends Draft_6455 {
  private static final int WHOLE_TEXT = 0x81;
  private static final int WHOLE_BINARY = 0x82;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7F;
  private static final int MEDIUM = 126;
  private static final int LONG = 127;
  private static final int SHORT_HEADER = 2;

  private final int messageBytes;
  private int wanted;

  MessageDraft(int messageBytes) {
    super(List.of(), messageBytes);
    this.messageBytes = messageBytes;
    setParseMode(Role.CLIENT);
  }

  /** The size of the frame that the last call found incomplete, as far as it is known; else 0. */
  int wanted() {
    return wanted;
  }

  @Override
  public Draft copyInstance() {
    return new MessageDraft(messageBytes);
  }

  /** Takes the next frame; takes nothing while it is incomplete. */
  @Override
  public List<Framedata> translateFrame(ByteBuffer bytes) throws InvalidDataException {
    wanted = 0;
    int available = bytes.remaining();
    int header = available < SHORT_HEADER ? SHORT_HEADER : headerLength(bytes);
    if (available < header) {
      return List.of();
    }
    int length = checkedLength(bytes, header);
    if (available - header < length) {
      wanted = header + length;
      return List.of();
    }
    int start = bytes.position();
    bytes.position(start + header + length);
    int first = bytes.get(start) & 0xFF;
    return first == WHOLE_TEXT || first == WHOLE_BINARY
        ? List.of(message(bytes.slice(start + header, length)))
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

  private int checkedLength(ByteBuffer bytes, int header) throws InvalidDataException {
    if ((bytes.get(bytes.position() + 1) & MASKED) != 0) {
      throw new InvalidFrameException("a server's frame is masked");
    }
    long length = payloadLength(bytes, header);
    if (length < 0) {
      throw new InvalidFrameException("a frame length has its top bit set");
    }
    if (length > messageBytes) {
      throw new LimitExceededException(
          "a frame of " + length + " bytes is above the limit of " + messageBytes, messageBytes);
    }
    return (int) length;
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

  /** As the library compares drafts, which is by what they negotiate. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MessageDraft draft
        && draft.messageBytes == messageBytes
        && super.equals(other);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + messageBytes;
  }
}
