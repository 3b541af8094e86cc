package dev.gatehouse.simulator.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Writes answers in Netty's terms. */
final class ReplyWriter {
  private ReplyWriter() {}

  static void write(ChannelHandlerContext context, Reply reply, boolean keepAlive) {
    switch (reply) {
      case Reply.Full full -> writeFull(context, full, keepAlive);
      case Reply.Stream stream -> EventStream.open(context, stream);
    }
  }

  private static void writeFull(ChannelHandlerContext context, Reply.Full full, boolean keepAlive) {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(full.status()),
            Unpooled.wrappedBuffer(full.body()));
    full.headers().forEach(response.headers()::set);
    if (full.status() != HttpResponseStatus.NO_CONTENT.code()) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, full.body().length);
    }
    response.headers().set(HttpHeaderNames.CONNECTION, keepAlive ? "keep-alive" : "close");
    ChannelFuture written = context.writeAndFlush(response);
    if (!keepAlive) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }
}
