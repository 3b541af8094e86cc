package dev.gatehouse.simulator.gateway;

import io.netty.buffer.ByteBuf;

/** Payloads as text frames. */
final class PlainEncoder implements PayloadEncoder {

  @Override
  public void encode(Payload payload, ByteBuf out) {
    FrameHeader.write(out, FrameHeader.TEXT, payload.length());
    payload.parts().forEach(out::writeBytes);
  }

  @Override
  public void close() {}
}
