package dev.gatehouse.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class EventStream {
  private static final byte[] PREFIX = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SUFFIX = "\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT = ": alive\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final int COMMENT_SECONDS = 15;

  private EventStream() {}

  static void open(ChannelHandlerContext context, Reply.Stream stream) {
    Channel channel = context.channel();
    channel.write(head());
    send(channel, Unpooled.wrappedBuffer(COMMENT));
    Runnable end = stream.subscribe().apply(json -> send(channel, event(json)));
    ScheduledFuture<?> beat =
        context
            .executor()
            .scheduleAtFixedRate(
                () -> send(channel, Unpooled.wrappedBuffer(COMMENT)),
                COMMENT_SECONDS,
                COMMENT_SECONDS,
                TimeUnit.SECONDS);
    channel
        .closeFuture()
        .addListener(closed -> {
          beat.cancel(false);
          end.run();
        });
  }

  private static HttpResponse head() {
    HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    head.headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream")
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    return head;
  }

  private static ByteBuf event(byte[] json) {
    return Unpooled.wrappedBuffer(PREFIX, json, SUFFIX);
  }

  private static void send(Channel channel, ByteBuf bytes) {
    channel.writeAndFlush(new DefaultHttpContent(bytes));
  }
}
