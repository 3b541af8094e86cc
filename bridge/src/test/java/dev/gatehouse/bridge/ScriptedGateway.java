package dev.gatehouse.bridge;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * A gateway that lets every session begin, and then sends what a test gives it, sense or nonsense.
 */
final class ScriptedGateway implements AutoCloseable {
  private static final String HELLO = "{\"op\":10,\"d\":{\"heartbeat_interval\":40000}}";
  private static final String READY =
      "{\"op\":0,\"s\":1,\"t\":\"READY\",\"d\":{\"session_id\":\"s1\","
          + "\"resume_gateway_url\":\"%s\",\"user\":{\"id\":\"7\"}}}";
  private static final String RESUMED = "{\"op\":0,\"s\":%d,\"t\":\"RESUMED\",\"d\":null}";

  private final CountDownLatch started = new CountDownLatch(1);
  private final AtomicInteger sequence = new AtomicInteger(1);
  private final HttpServer rest =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final Sockets sockets = new Sockets();

  private final class Sockets extends WebSocketServer {
    Sockets() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      setDaemon(true);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket client, ClientHandshake handshake) {
      client.send(HELLO);
    }

    @Override
    public void onMessage(WebSocket client, String payload) {
      if (payload.contains("\"op\":2")) {
        client.send(READY.formatted(url()));
      } else if (payload.contains("\"op\":6")) {
        client.send(RESUMED.formatted(sequence.incrementAndGet()));
      }
    }

    @Override
    public void onClose(WebSocket client, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket client, Exception error) {}
  }

  ScriptedGateway() throws IOException, InterruptedException {
    sockets.start();
    started.await();
    byte[] info = ("{\"url\":\"" + url() + "\",\"shards\":1}").getBytes(StandardCharsets.UTF_8);
    rest.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, info.length);
            exchange.getResponseBody().write(info);
          }
        });
    rest.start();
  }

  private String url() {
    return "ws://127.0.0.1:" + sockets.getPort();
  }

  String apiUrl() {
    return "http://127.0.0.1:" + rest.getAddress().getPort();
  }

  /** Sends a frame as it is. */
  void send(String frame) {
    sockets.broadcast(frame);
  }

  /** Sends a message of a person. */
  void say(String content) {
    send(
        "{\"op\":0,\"s\":%d,\"t\":\"MESSAGE_CREATE\",\"d\":{\"id\":\"9\",\"channel_id\":\"5\",\"content\":\"%s\"}}"
            .formatted(sequence.incrementAndGet(), content));
  }

  /** Closes every connection. */
  void end(int code, String reason) {
    sockets.getConnections().forEach(client -> client.close(code, reason));
  }

  @Override
  public void close() throws InterruptedException {
    rest.stop(0);
    sockets.stop(1_000);
  }
}
