package dev.gatehouse.simulator.gateway;

import io.netty.buffer.ByteBuf;

/**
 * The head of an unmasked, final WebSocket frame.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, section 5.2</a>
 */
final class FrameHeader {
  static final int TEXT = 0x81;
  static final int BINARY = 0x82;

  private static final int SHORT_LENGTH = 125;
  private static final int MEDIUM_LENGTH = 0xFFFF;
  private static final int MEDIUM_MARK = 126;
  private static final int LONG_MARK = 127;

  private FrameHeader() {}

  static void write(ByteBuf out, int firstByte, int length) {
    out.writeByte(firstByte);
    if (length <= SHORT_LENGTH) {
      out.writeByte(length);
    } else if (length <= MEDIUM_LENGTH) {
      out.writeByte(MEDIUM_MARK).writeShort(length);
    } else {
      out.writeByte(LONG_MARK).writeLong(length);
    }
  }
}
