package dev.gatehouse.local.promise;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Stands before a queue, and passes a call on or does something else with it. */
final class FaultyQueue implements AutoCloseable {
  /** What is done with a call. */
  enum Fault {
    /** It is passed on, and so is the answer. */
    NONE,
    /** The connection ends; the queue sees nothing of it. */
    DROPPED,
    /** An error of the server; the queue sees nothing of it. */
    REFUSED,
    /** Asked to come back later; the queue sees nothing of it. */
    THROTTLED,
    /** Nothing more is heard; the queue sees nothing of it. */
    HANGS,
    /** The queue takes it, and the connection ends. */
    ANSWER_LOST,
    /** The queue takes it, and the answer comes when nobody waits any more. */
    ANSWERED_LATE
  }

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();
  private final URI queue;
  private final IntFunction<Fault> script;

  private FaultyQueue(HttpServer server, URI queue, IntFunction<Fault> script) {
    this.server = server;
    this.queue = queue;
    this.script = script;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Listens on a free port.
   *
   * @param script what to do with the call of that number, from 0
   */
  static FaultyQueue before(URI queue, IntFunction<Fault> script) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new FaultyQueue(HttpServer.create(free, 0), queue, script);
  }

  /** The same queue, by this way. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + queue.getPath();
  }

  /** How many calls have come. */
  int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (script.apply(calls.getAndIncrement())) {
        case NONE -> answer(exchange, passOn(exchange, body));
        case DROPPED -> {}
        case REFUSED -> answer(exchange, 500, "{\"__type\":\"InternalFailure\"}");
        case THROTTLED -> answer(exchange, 400, "{\"__type\":\"RequestThrottled\"}");
        case HANGS -> closed.await();
        case ANSWER_LOST -> passOn(exchange, body);
        case ANSWERED_LATE -> {
          passOn(exchange, body);
          closed.await();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> passOn(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(queue).POST(BodyPublishers.ofByteArray(body));
    for (String name : new String[] {"Content-Type", "X-Amz-Target", "X-Amz-Date"}) {
      request.header(name, exchange.getRequestHeaders().getFirst(name));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static void answer(HttpExchange exchange, HttpResponse<String> answer)
      throws IOException {
    answer(exchange, answer.statusCode(), answer.body());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
