package dev.gatehouse.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's Runtime API for one runtime and one event: hands it out and takes its response (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">AWS</a>).
 */
final class RuntimeApi implements AutoCloseable {
  private static final String PATH = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> events = new ArrayBlockingQueue<>(1);
  private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(1);

  /**
   * What the runtime posted.
   *
   * @param at {@link System#nanoTime()} when the whole answer had been read
   */
  record Answer(String path, String body, long at) {}

  RuntimeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on loopback", e);
    }
    server.setExecutor(threads);
    server.createContext(PATH, this::handle);
    server.start();
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} holds. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Offers the event to the runtime that asks first. */
  void offer(String event) {
    events.add(event);
  }

  /** Waits for the answer to the event; fails with what the runtime reported instead. */
  Answer await(Duration patience) throws InterruptedException {
    Answer answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (answer == null) {
      throw new IllegalStateException("the runtime gave no answer within " + patience);
    }
    if (!answer.path().endsWith("/response")) {
      throw new IllegalStateException("the runtime failed: " + answer.body());
    }
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        handOut(exchange);
      } else {
        takeAnswer(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOut(HttpExchange exchange) throws IOException, InterruptedException {
    byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 10_000L));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:interactions");
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  private void takeAnswer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    long at = System.nanoTime();
    answers.offer(
        new Answer(
            exchange.getRequestURI().getPath(), new String(body, StandardCharsets.UTF_8), at));
    exchange.sendResponseHeaders(202, -1);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
