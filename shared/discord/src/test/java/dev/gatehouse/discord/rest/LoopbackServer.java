package dev.gatehouse.discord.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server on loopback that gives one answer and keeps the last request. */
final class LoopbackServer {
  private final HttpServer server;
  private volatile int status = 500;
  private volatile String answer = "";
  private volatile @Nullable HttpExchange last;
  private volatile byte[] body = {};

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  static LoopbackServer start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LoopbackServer loopback = new LoopbackServer(HttpServer.create(address, 0));
    loopback.server.createContext("/", loopback::handle);
    loopback.server.start();
    return loopback;
  }

  void answer(int with, String content) {
    status = with;
    answer = content;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String line() {
    return request().getRequestMethod() + " " + request().getRequestURI();
  }

  String header(String name) {
    return Objects.requireNonNull(request().getRequestHeaders().getFirst(name), name);
  }

  byte[] body() {
    return body;
  }

  void stop() {
    server.stop(0);
  }

  private HttpExchange request() {
    return Objects.requireNonNull(last, "no request came");
  }

  private void handle(HttpExchange exchange) throws IOException {
    body = exchange.getRequestBody().readAllBytes();
    last = exchange;
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
