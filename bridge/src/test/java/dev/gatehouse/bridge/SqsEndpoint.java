package dev.gatehouse.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The events queue as its clients see it over HTTP: {@code SendMessageBatch} of <a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SQS</a>,
 * with trouble for a while.
 */
final class SqsEndpoint implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SLOW_NANOS = 5_000_000;
  private static final int BAD_REQUEST = 400;
  private static final int INTERNAL_ERROR = 500;
  private static final int OK = 200;

  private final RecordingQueue queue;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<Trouble> trouble = new AtomicReference<>(Trouble.NONE);
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger entries = new AtomicInteger();

  /** What is wrong. */
  enum Trouble {
    NONE,
    /** The connection is cut before anything of the call counts. */
    REFUSING,
    /** The call counts, and the connection is cut before the answer. */
    DEAF,
    /** The call counts, and the connection is cut within the answer. */
    CUT,
    /** The call counts, and no answer comes as long as the trouble lasts. */
    SILENT,
    /** The service fails. */
    BROKEN,
    /** Every other call is too many. */
    THROTTLING,
    /** Every third entry is not taken. */
    PARTIAL,
    /** Answers take their time. */
    SLOW
  }

  private SqsEndpoint(RecordingQueue queue, HttpServer server) {
    this.queue = queue;
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Listens on a free port.
   *
   * @param queue keeps what came
   */
  static SqsEndpoint open(RecordingQueue queue) {
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new SqsEndpoint(queue, HttpServer.create(free, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The queue's own URL. */
  URI url() {
    return URI.create(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/000000000000/events.fifo");
  }

  void has(Trouble now) {
    trouble.set(now);
    calls.set(0);
  }

  /** How many calls there were since the present trouble began. */
  int calls() {
    return calls.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode batch = JSON.readTree(exchange.getRequestBody());
      int call = calls.incrementAndGet();
      switch (trouble.get()) {
        case NONE -> answer(exchange, OK, taken(batch));
        case REFUSING -> {}
        case DEAF -> taken(batch);
        case CUT -> answerHalf(exchange, taken(batch));
        case SILENT -> holdBack(batch);
        case BROKEN -> answer(exchange, INTERNAL_ERROR, error("InternalFailure"));
        case THROTTLING -> throttle(exchange, batch, call);
        case PARTIAL -> answer(exchange, OK, partlyTaken(batch));
        case SLOW -> {
          LockSupport.parkNanos(SLOW_NANOS);
          answer(exchange, OK, taken(batch));
        }
      }
    }
  }

  private void throttle(HttpExchange exchange, JsonNode batch, int call) throws IOException {
    if (call % 2 == 0) {
      answer(exchange, BAD_REQUEST, error("RequestThrottled"));
    } else {
      answer(exchange, OK, taken(batch));
    }
  }

  private void holdBack(JsonNode batch) {
    taken(batch);
    while (trouble.get() == Trouble.SILENT && !threads.isShutdown()) {
      LockSupport.parkNanos(SLOW_NANOS);
    }
  }

  private JsonNode taken(JsonNode batch) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode successful = answer.putArray("Successful");
    batch.path("Entries").forEach(entry -> successful.add(take(entry)));
    return answer;
  }

  private JsonNode partlyTaken(JsonNode batch) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode successful = answer.putArray("Successful");
    ArrayNode failed = answer.putArray("Failed");
    for (JsonNode entry : batch.path("Entries")) {
      if (entries.incrementAndGet() % 3 == 0) {
        failed
            .addObject()
            .put("Id", entry.path("Id").asText())
            .put("Code", "InternalError")
            .put("SenderFault", false);
      } else {
        successful.add(take(entry));
      }
    }
    return answer;
  }

  private ObjectNode take(JsonNode entry) {
    String id = entry.path("MessageDeduplicationId").asText();
    queue.take(id, entry.path("MessageBody").asText());
    return JSON.createObjectNode().put("Id", entry.path("Id").asText()).put("MessageId", id);
  }

  private static JsonNode error(String code) {
    return JSON.createObjectNode().put("__type", "com.amazonaws.sqs#" + code).put("message", code);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void answerHalf(HttpExchange exchange, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(OK, bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
