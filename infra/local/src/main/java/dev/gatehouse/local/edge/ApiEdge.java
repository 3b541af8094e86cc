package dev.gatehouse.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The HTTP API on loopback, with {@code GET /health} of the whole stack beside its routes. */
public final class ApiEdge implements AutoCloseable {
  /** API Gateway's limit for a body. */
  private static final int MOST_BODY_BYTES = 10 * 1024 * 1024;

  private final HttpServer server;
  private final ExecutorService threads;

  private ApiEdge(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Binds a port, 0 for a free one; requests are answered once {@link #serve} was called. */
  public static ApiEdge bind(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("edge-", 0).factory());
    server.setExecutor(threads);
    return new ApiEdge(server, threads);
  }

  /** Starts to answer. */
  public void serve(List<Route> routes, Supplier<JsonNode> health, InstantSource clock) {
    Gateway gateway = new Gateway(routes, clock);
    server.createContext("/", exchange -> handle(exchange, gateway));
    server.createContext("/health", exchange -> answerHealth(exchange, health));
    server.start();
  }

  /** The base address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void handle(HttpExchange exchange, Gateway gateway) throws IOException {
    try (exchange) {
      Optional<byte[]> body = body(exchange);
      write(
          exchange,
          body.isPresent()
              ? gateway.handle(Incoming.of(exchange, body.get()))
              : ProxyResponse.message(413, "Request Entity Too Large"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    return body.length > MOST_BODY_BYTES ? Optional.empty() : Optional.of(body);
  }

  private static void answerHealth(HttpExchange exchange, Supplier<JsonNode> health)
      throws IOException {
    try (exchange) {
      JsonNode report = health.get();
      int status = report.path("status").asText().equals("up") ? 200 : 503;
      write(exchange, ProxyResponse.json(status, report));
    }
  }

  private static void write(HttpExchange exchange, ProxyResponse response) throws IOException {
    response.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    boolean empty = response.body().length == 0;
    exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
    if (!empty) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(response.body());
      }
    }
  }
}
