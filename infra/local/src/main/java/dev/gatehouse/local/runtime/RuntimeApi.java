package dev.gatehouse.local.runtime;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lambda's Runtime API for one function: hands out events, takes answers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
public final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";

  private final Duration timeout;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

  private RuntimeApi(
      HttpServer server, Duration timeout, InstantSource clock, LongSupplier nanoTime) {
    this.server = server;
    this.timeout = timeout;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * Starts it on a free port of loopback.
   *
   * @param timeout the function's: how long an answer is waited for
   * @param nanoTime what answers are timed by, such as {@link System#nanoTime()}
   */
  public static RuntimeApi start(Duration timeout, InstantSource clock, LongSupplier nanoTime)
      throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    RuntimeApi api = new RuntimeApi(HttpServer.create(anyPort, 0), timeout, clock, nanoTime);
    api.serve();
    return api;
  }

  private void serve() {
    server.setExecutor(threads);
    server.createContext(PREFIX + "invocation/next", this::next);
    server.createContext(PREFIX, this::answer);
    server.start();
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} takes. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Has the runtime take this event when it next asks for one. */
  public void offer(String event) {
    events.add(event);
  }

  /**
   * Waits for the next answer.
   *
   * @throws IllegalStateException when none comes within the timeout
   */
  public Answer await() throws InterruptedException {
    Answer answer = answers.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (answer == null) {
      throw new IllegalStateException(
          "the function gave no answer within " + timeout.toMillis() + " ms");
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
  private void describe(Headers headers) {
    long deadline = clock.instant().plus(timeout).toEpochMilli();
    headers.add("Content-Type", "application/json");
    headers.add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.add("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline));
    headers.add(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:local");
    headers.add("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
  }

  /** A response, an invocation's error or the error of the start: the path says which. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      long at = nanoTime.getAsLong();
      String body = new String(bytes, StandardCharsets.UTF_8);
      boolean response = exchange.getRequestURI().getPath().endsWith("/response");
      answers.add(response ? new Answer.Response(body, at) : new Answer.Failure(body));
      exchange.sendResponseHeaders(202, -1);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
