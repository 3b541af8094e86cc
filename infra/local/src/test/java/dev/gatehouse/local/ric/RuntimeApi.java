package dev.gatehouse.local.ric;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's Runtime API for one function: hands out events, takes answers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final Duration INVOCATION = Duration.ofSeconds(30);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(PREFIX + "invocation/next", this::next);
    server.createContext(PREFIX, this::answer);
    server.start();
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} takes. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Runs one event through the function, and returns what it posted. */
  String invoke(String event) throws InterruptedException {
    events.add(event);
    String answer = answers.poll(INVOCATION.toSeconds(), TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError(
          "the function did not answer within " + INVOCATION.toSeconds() + " s");
    }
    return answer;
  }

  private void next(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
      describe(exchange.getResponseHeaders());
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The client's native half reads each of these, the content type too, without asking for null.
   */
  private static void describe(Headers headers) {
    Instant deadline = Instant.now().plus(INVOCATION);
    headers.add("Content-Type", "application/json");
    headers.add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.add("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline.toEpochMilli()));
    headers.add(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:test");
    headers.add("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
  }

  /** A response, an invocation's error or the error of the start: the path says which. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean response = exchange.getRequestURI().getPath().endsWith("/response");
      answers.add(response ? body : "error: " + body);
      exchange.sendResponseHeaders(202, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
