package dev.gatehouse.simulator.http;

import io.netty.channel.ChannelHandler;
import java.util.Optional;

/** What takes a connection over once its WebSocket handshake is done. */
@FunctionalInterface
public interface Upgrade {
  /** The handler of the connection's frames; none when the connection is to be cut instead. */
  Optional<ChannelHandler> handler(Request request);
}
