package dev.gatehouse.simulator.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's requests, answered one after the other on virtual threads. */
final class HttpConnection extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);

  private final Site site;
  private final Upgrade upgrade;
  private final Executor workers;
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private @Nullable Exchange current;

  private record Exchange(Request request, boolean keepAlive) {}

  HttpConnection(Site site, Upgrade upgrade, Executor workers) {
    this.site = site;
    this.upgrade = upgrade;
    this.workers = workers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
    if (!message.decoderResult().isSuccess()) {
      context.close();
      return;
    }
    Request request = request(context, message);
    if (isWebSocket(message)) {
      upgrade
          .handler(request)
          .ifPresentOrElse(
              owner -> WebSocketHandshake.accept(context, message, owner), context::close);
    } else {
      waiting.add(new Exchange(request, HttpUtil.isKeepAlive(message)));
      next(context);
    }
  }

  private static boolean isWebSocket(FullHttpRequest message) {
    return message.headers().containsValue("Upgrade", "websocket", true);
  }

  private static Request request(ChannelHandlerContext context, FullHttpRequest message) {
    QueryStringDecoder uri = new QueryStringDecoder(message.uri());
    return new Request(
        message.method().name(),
        uri.path(),
        new Query(uri.parameters()),
        message.headers().copy(),
        ByteBufUtil.getBytes(message.content()),
        ((InetSocketAddress) context.channel().remoteAddress()).getAddress());
  }

  private void next(ChannelHandlerContext context) {
    Exchange exchange = waiting.peek();
    if (current != null || exchange == null) {
      return;
    }
    current = waiting.poll();
    try {
      workers.execute(() -> respond(context, exchange));
    } catch (RejectedExecutionException e) {
      context.close();
    }
  }

  private void respond(ChannelHandlerContext context, Exchange exchange) {
    Reply reply = answer(exchange.request());
    context
        .executor()
        .execute(() -> {
          ReplyWriter.write(context, reply, exchange.keepAlive());
          current = null;
          next(context);
        });
  }

  private Reply answer(Request request) {
    try {
      return site.answer(request);
    } catch (RuntimeException e) {
      LOG.error("{} failed", request, e);
      return Reply.text(500, "The simulator failed; its log has the reason.\n");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("connection closed: {}", cause.toString());
    context.close();
  }
}
