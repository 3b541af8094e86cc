package dev.gatehouse.simulator.gateway;

import io.netty.buffer.ByteBuf;

/** Turns payloads into WebSocket frames; used on one connection's event loop only. */
interface PayloadEncoder extends AutoCloseable {
  /** Appends one payload as one whole frame. */
  void encode(Payload payload, ByteBuf out);

  @Override
  void close();
}
