package dev.gatehouse.simulator.gateway;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One zstd frame that never ends; every message is one flush of it. */
final class ZstdEncoder implements PayloadEncoder {
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(16 * 1024);
  private final ZstdOutputStreamNoFinalizer stream;

  ZstdEncoder() {
    try {
      stream = new ZstdOutputStreamNoFinalizer(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void encode(Payload payload, ByteBuf out) {
    try {
      buffer.reset();
      for (byte[] part : payload.parts()) {
        stream.write(part);
      }
      stream.flush();
      FrameHeader.write(out, FrameHeader.BINARY, buffer.size());
      out.writeBytes(buffer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
