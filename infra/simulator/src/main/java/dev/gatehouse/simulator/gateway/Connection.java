package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's WebSocket. Runs on its channel's event loop. */
final class Connection extends SimpleChannelInboundHandler<WebSocketFrame>
    implements ClientConnection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** Discord refuses larger payloads. */
  private static final int LARGEST_PAYLOAD = 4096;

  private static final int NO_STATUS = 1005;

  private final Listener listener;
  private final GatewaySettings settings;
  private final Compression compression;
  private final boolean validVersion;
  private final CommandLimit limit;
  private @Nullable Outbound outbound;
  private @Nullable ScheduledFuture<?> timeout;
  private @Nullable Session session;
  private int closeCode = NO_STATUS;

  /**
   * Hears of what happens to a connection.
   *
   * @param opened a client came whose version is served
   * @param received a payload with an {@code op}
   * @param closed with the close code; may be told twice
   * @param writabilityChanged whether a fast sender must wait may have changed
   */
  record Listener(
      Consumer<Connection> opened,
      BiConsumer<Connection, JsonNode> received,
      ObjIntConsumer<Connection> closed,
      Runnable writabilityChanged) {}

  Connection(
      Listener listener,
      GatewaySettings settings,
      Clock clock,
      Compression compression,
      boolean validVersion) {
    this.listener = listener;
    this.settings = settings;
    this.compression = compression;
    this.validVersion = validVersion;
    this.limit = new CommandLimit(clock);
  }

  @Override
  public Compression compression() {
    return compression;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    outbound = new Outbound(context.channel(), compression.encoder(), settings.coalesced());
    if (validVersion) {
      listener.opened().accept(this);
      expectHeartbeat(context);
    } else {
      close(CloseCode.INVALID_API_VERSION);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    switch (frame) {
      case CloseWebSocketFrame close -> onClose(context, close);
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      default -> onPayload(context, frame);
    }
  }

  private void onClose(ChannelHandlerContext context, CloseWebSocketFrame close) {
    closeCode = close.statusCode();
    listener.closed().accept(this, closeCode);
    context.writeAndFlush(close.retain()).addListener(done -> context.close());
  }

  private void onPayload(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof PongWebSocketFrame) {
      return;
    }
    if (frame.content().readableBytes() > LARGEST_PAYLOAD) {
      close(CloseCode.DECODE_ERROR);
    } else if (!limit.allows()) {
      close(CloseCode.RATE_LIMITED);
    } else {
      byte[] bytes = new byte[frame.content().readableBytes()];
      frame.content().readBytes(bytes);
      onPayload(context, Json.parse(bytes));
    }
  }

  private void onPayload(ChannelHandlerContext context, Optional<JsonNode> payload) {
    if (payload.isEmpty() || !payload.get().path("op").isInt()) {
      close(CloseCode.DECODE_ERROR);
      return;
    }
    if (payload.get().path("op").intValue() == Opcode.HEARTBEAT) {
      expectHeartbeat(context);
    }
    listener.received().accept(this, payload.get());
  }

  /** A client that stays silent for two intervals has lost its session. */
  private void expectHeartbeat(ChannelHandlerContext context) {
    cancelTimeout();
    long millis = 2 * settings.heartbeatInterval().toMillis();
    timeout =
        context
            .executor()
            .schedule(() -> close(CloseCode.SESSION_TIMED_OUT), millis, TimeUnit.MILLISECONDS);
  }

  private void cancelTimeout() {
    if (timeout != null) {
      timeout.cancel(false);
    }
  }

  /** The session that it carries, once there is one. Read and set under the world's lock. */
  Optional<Session> session() {
    return Optional.ofNullable(session);
  }

  void carry(Session newSession) {
    session = newSession;
  }

  @Override
  public void send(Payload payload) {
    out().send(payload);
  }

  @Override
  public void close(CloseCode code) {
    close(code.code(), code.reason());
  }

  @Override
  public void close(int code, String reason) {
    closeCode = code;
    out().close(code, reason);
  }

  @Override
  public Outbound out() {
    if (outbound == null) {
      throw new IllegalStateException("the connection is not open yet");
    }
    return outbound;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    out().writable();
    listener.writabilityChanged().run();
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancelTimeout();
    listener.closed().accept(this, closeCode);
    listener.writabilityChanged().run();
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("gateway connection ends: {}", cause.toString());
    context.close();
  }
}
