package dev.gatehouse.local.promise;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * A gateway that gives each session one message: one that people could not say in the simulator.
 */
final class OneEventGateway extends WebSocketServer implements AutoCloseable {
  private static final int STOP_MILLIS = 1_000;
  private static final String HELLO = "{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}";

  private final CountDownLatch started = new CountDownLatch(1);
  private final HttpServer api;
  private final String data;

  private OneEventGateway(String data, HttpServer api) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.data = data;
    this.api = api;
    setDaemon(true);
  }

  /**
   * Listens on free ports.
   *
   * @param data of the {@code MESSAGE_CREATE}
   */
  static OneEventGateway open(String data) throws IOException, InterruptedException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer api = HttpServer.create(free, 0);
    OneEventGateway gateway = new OneEventGateway(data, api);
    gateway.start();
    if (!gateway.started.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gateway does not listen");
    }
    api.createContext("/gateway/bot", gateway::answer);
    api.start();
    return gateway;
  }

  /** What {@code DISCORD_API_URL} of the bridge has to be. */
  String apiUrl() {
    return "http://127.0.0.1:" + api.getAddress().getPort();
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
  public void onMessage(WebSocket client, String message) {
    if (message.contains("\"op\":2,")) {
      client.send(
          "{\"t\":\"READY\",\"s\":1,\"op\":0,\"d\":{\"v\":10,\"user\":{\"id\":\"1\"},\"guilds\":[],"
              + ("\"session_id\":\"one-event\",\"resume_gateway_url\":\"" + url() + "\"}}"));
      client.send("{\"t\":\"MESSAGE_CREATE\",\"s\":2,\"op\":0,\"d\":" + data + "}");
    }
  }

  @Override
  public void onClose(WebSocket client, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket client, Exception e) {}

  private void answer(HttpExchange exchange) throws IOException {
    byte[] answer = ("{\"url\":\"" + url() + "\",\"shards\":1}").getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private String url() {
    return "ws://127.0.0.1:" + getPort();
  }

  @Override
  public void close() throws InterruptedException {
    api.stop(0);
    stop(STOP_MILLIS);
  }
}
