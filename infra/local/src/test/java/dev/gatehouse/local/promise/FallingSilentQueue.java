package dev.gatehouse.local.promise;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A queue that takes some messages, and then takes connections only. */
final class FallingSilentQueue implements AutoCloseable {
  private static final String TAKEN =
      "{\"Successful\":[{\"Id\":\"0\",\"MessageId\":\"m\"}],\"Failed\":[]}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger left;

  private FallingSilentQueue(HttpServer server, int messages) {
    this.server = server;
    this.left = new AtomicInteger(messages);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Listens on a free port.
   *
   * @param messages how many it takes
   */
  static FallingSilentQueue after(int messages) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new FallingSilentQueue(HttpServer.create(free, 0), messages);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/000000000000/events.fifo";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (left.getAndDecrement() <= 0) {
        closed.await();
        return;
      }
      byte[] taken = TAKEN.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, taken.length);
      exchange.getResponseBody().write(taken);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
