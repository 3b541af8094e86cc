package dev.gatehouse.simulator.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

/** Turns an HTTP connection into a WebSocket and gives it to its new owner. */
final class WebSocketHandshake {
  /** Larger than any payload that Discord accepts, so that the limit is the gateway's to judge. */
  private static final int LARGEST_FRAME = 1024 * 1024;

  private WebSocketHandshake() {}

  static void accept(ChannelHandlerContext context, FullHttpRequest message, ChannelHandler owner) {
    Channel channel = context.channel();
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(message.uri(), null, false, LARGEST_FRAME)
            .newHandshaker(message);
    if (handshaker == null) {
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel);
      return;
    }
    handshaker
        .handshake(channel, message)
        .addListener(done -> {
          if (done.isSuccess()) {
            context.pipeline().replace(context.handler(), "owner", owner);
          }
        });
  }
}
