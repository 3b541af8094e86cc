package dev.gatehouse.bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;

/**
 * A gateway that greets, lets everybody in, and dispatches the data that a test gives it: for what
 * the simulator does not do, which is TLS, nonsense of any kind, and messages larger than Discord's
 * own rules allow.
 */
final class ScriptedGateway implements AutoCloseable {
  private static final int STOP_MILLIS = 1_000;
  private static final String HELLO = "{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}";
  private static final String ACK = "{\"op\":11}";

  private final Server server = new Server();
  private final HttpServer api;
  private final String scheme;

  private ScriptedGateway(String scheme) throws IOException {
    this.scheme = scheme;
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    api = HttpServer.create(free, 0);
    api.createContext("/gateway/bot", this::answer);
  }

  /** A gateway at a {@code ws://} URL. */
  static ScriptedGateway open() throws Exception {
    return new ScriptedGateway("ws").start();
  }

  /** The same at a {@code wss://} URL. */
  static ScriptedGateway secured(SSLContext context) throws Exception {
    ScriptedGateway gateway = new ScriptedGateway("wss");
    gateway.server.setWebSocketFactory(new DefaultSSLWebSocketServerFactory(context));
    return gateway.start();
  }

  private ScriptedGateway start() throws InterruptedException {
    server.start();
    if (!server.started.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gateway does not listen");
    }
    api.start();
    return this;
  }

  /** What {@code DISCORD_API_URL} has to be. */
  String apiUrl() {
    return "http://127.0.0.1:" + api.getAddress().getPort();
  }

  /** What clients have sent, IDENTIFY and RESUME. */
  List<String> logins() {
    return List.copyOf(server.logins);
  }

  /** What a dispatch adds to its data, at the number that comes next. */
  int envelope() {
    return dispatch(server.sequence.get() + 1, "").length();
  }

  /** Dispatches {@code MESSAGE_CREATE} with this data to the session, once there is one. */
  void dispatch(String data) {
    Await.until("a client is logged in", () -> !server.logins.isEmpty());
    server.tell(dispatch(server.sequence.incrementAndGet(), data));
  }

  /** Dispatches a message of a person. */
  void say(String content) {
    dispatch("{\"id\":\"9\",\"channel_id\":\"5\",\"content\":\"" + content + "\"}");
  }

  /** Sends a frame as it is, sense or nonsense. */
  void send(String frame) {
    server.tell(frame);
  }

  /** Closes every connection. */
  void end(int code, String reason) {
    server.getConnections().forEach(client -> client.close(code, reason));
  }

  private static String dispatch(long sequence, String data) {
    return "{\"t\":\"MESSAGE_CREATE\",\"s\":" + sequence + ",\"op\":0,\"d\":" + data + "}";
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] answer =
        ("{\"url\":\"" + scheme + "://127.0.0.1:" + server.getPort() + "\",\"shards\":1}")
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() throws InterruptedException {
    api.stop(0);
    server.stop(STOP_MILLIS);
  }

  /** One session for all connections. */
  private final class Server extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong(1);
    private final Map<WebSocket, StreamEncoder> encoders = new ConcurrentHashMap<>();

    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      setDaemon(true);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket client, ClientHandshake handshake) {
      encoders.put(client, StreamEncoder.of(handshake.getResourceDescriptor()));
      send(client, HELLO);
    }

    @Override
    public void onMessage(WebSocket client, String message) {
      if (message.contains("\"op\":1,")) {
        send(client, ACK);
      } else if (message.contains("\"op\":2,") || message.contains("\"op\":6,")) {
        send(client, message.contains("\"op\":2,") ? ready() : resumed());
        logins.add(message);
      }
    }

    @Override
    public void onClose(WebSocket client, int code, String reason, boolean remote) {
      encoders.remove(client);
    }

    @Override
    public void onError(WebSocket client, Exception e) {
      // A client that refuses our certificate ends like this.
    }

    void tell(String message) {
      encoders.keySet().forEach(client -> send(client, message));
    }

    private synchronized void send(WebSocket client, String message) {
      client.send(encoders.get(client).encode(message.getBytes(StandardCharsets.UTF_8)));
    }

    private String ready() {
      return "{\"t\":\"READY\",\"s\":1,\"op\":0,\"d\":{\"v\":10,\"user\":{\"id\":\"1\"},"
          + "\"guilds\":[],\"session_id\":\"scripted\",\"resume_gateway_url\":\""
          + (scheme + "://127.0.0.1:" + getPort())
          + "\",\"application\":{\"id\":\"1\"}}}";
    }

    private String resumed() {
      return "{\"t\":\"RESUMED\",\"s\":" + sequence.get() + ",\"op\":0,\"d\":{}}";
    }
  }
}
