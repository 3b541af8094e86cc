package dev.gatehouse.simulator.gateway;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * One deflate context for the connection; every message ends with a sync flush.
 *
 * @see <a href="https://discord.com/developers/docs/topics/gateway#transport-compression">Transport
 *     compression</a>
 */
final class ZlibEncoder implements PayloadEncoder {
  private final Deflater deflater = new Deflater();
  private byte[] buffer = new byte[16 * 1024];
  private int filled;

  @Override
  public void encode(Payload payload, ByteBuf out) {
    filled = 0;
    for (byte[] part : payload.parts()) {
      deflater.setInput(part);
      drain(Deflater.NO_FLUSH);
    }
    drain(Deflater.SYNC_FLUSH);
    FrameHeader.write(out, FrameHeader.BINARY, filled);
    out.writeBytes(buffer, 0, filled);
  }

  /** Output that fills the buffer to its end may not be all of it. */
  private void drain(int flush) {
    do {
      makeRoom();
      filled += deflater.deflate(buffer, filled, buffer.length - filled, flush);
    } while (filled == buffer.length);
  }

  private void makeRoom() {
    if (buffer.length - filled < 1024) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
