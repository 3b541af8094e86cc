package dev.gatehouse.simulator.gateway;

import io.netty.buffer.ByteBuf;
import java.util.List;

/** Payloads as text frames. */
final class PlainEncoder implements PayloadEncoder {

  @Override
  public void encode(Payload payload, ByteBuf out) {
    List<byte[]> parts = payload.parts();
    FrameHeader.write(out, FrameHeader.TEXT, parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(out::writeBytes);
  }

  @Override
  public void close() {}
}
