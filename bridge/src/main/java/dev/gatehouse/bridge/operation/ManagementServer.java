package dev.gatehouse.bridge.operation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves {@code /health} and {@code /prometheus}. */
public final class ManagementServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;
  private static final String JSON = "application/json";
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final Supplier<Health> health;
  private final Supplier<String> metrics;

  private ManagementServer(HttpServer server, Supplier<Health> health, Supplier<String> metrics) {
    this.server = server;
    this.health = health;
    this.metrics = metrics;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for a free one
   * @throws IOException when the port is taken; the message names it
   */
  public static ManagementServer start(
      String host, int port, Supplier<Health> health, Supplier<String> metrics) throws IOException {
    HttpServer server = bind(host, port);
    ManagementServer management = new ManagementServer(server, health, metrics);
    server.createContext("/", management::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return management;
  }

  /** The port that is served. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static HttpServer bind(String host, int port) throws IOException {
    try {
      return HttpServer.create(new InetSocketAddress(host, port), 0);
    } catch (IOException e) {
      throw new IOException("MANAGEMENT_PORT: cannot listen on " + host + ":" + port, e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/health" -> {
          Health now = health.get();
          answer(exchange, now.healthy() ? OK : UNAVAILABLE, JSON, HealthJson.write(now));
        }
        case "/prometheus" ->
            answer(exchange, OK, METRICS, metrics.get().getBytes(StandardCharsets.UTF_8));
        default ->
            answer(
                exchange,
                NOT_FOUND,
                "text/plain",
                "try /health or /prometheus\n".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
