package dev.gatehouse.local.promise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A provider that speaks OpenAI's protocol (<a
 * href="https://platform.openai.com/docs/api-reference/chat-streaming">streaming</a>), gives the
 * answer that a test has put, and may be down.
 */
final class ScriptedModel implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIECE = 97;
  private static final int UNAVAILABLE = 503;
  private static final int OK = 200;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private volatile List<ObjectNode> answer = List.of();
  private volatile CountDownLatch back = new CountDownLatch(0);
  private volatile boolean refusing;

  private ScriptedModel(HttpServer server) {
    this.server = server;
    server.createContext("/v1/chat/completions", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  static ScriptedModel open() throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new ScriptedModel(HttpServer.create(free, 0));
  }

  /** What leads a stack here. */
  Map<String, String> settings() {
    return Map.of(
        "LLM_PROVIDER",
        "openai",
        "LLM_MODEL",
        "scripted",
        "LLM_BASE_URL",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** From now on, this is what is answered. */
  void answers(String text) {
    List<ObjectNode> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PIECE) {
      String piece = text.substring(at, Math.min(text.length(), at + PIECE));
      pieces.add(JSON.createObjectNode().put("content", piece));
    }
    answer = pieces;
  }

  /** From now on, it asks for a tool to be called, and says nothing. */
  void callsTool(String name, String arguments) {
    ObjectNode delta = JSON.createObjectNode().put("role", "assistant");
    ObjectNode call = delta.putArray("tool_calls").addObject();
    call.put("index", 0).put("id", "call_1").put("type", "function");
    call.putObject("function").put("name", name).put("arguments", arguments);
    answer = List.of(delta);
  }

  /** The requests so far, as they were sent. */
  List<JsonNode> asked() {
    return List.copyOf(asked);
  }

  /** From now on it is down: it refuses the next request, and lets others wait for its return. */
  void goesDown() {
    requests.set(0);
    back = new CountDownLatch(1);
    refusing = true;
  }

  void comesBack() {
    refusing = false;
    back.countDown();
  }

  /** How often it was asked since it went down. */
  int requests() {
    return requests.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(JSON.readTree(exchange.getRequestBody()));
      if (requests.incrementAndGet() == 1 && refusing) {
        exchange.sendResponseHeaders(UNAVAILABLE, -1);
        return;
      }
      back.await();
      stream(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    List<ObjectNode> pieces = answer;
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(OK, 0);
    for (ObjectNode piece : pieces) {
      write(exchange, chunk(piece, null));
    }
    boolean tool = pieces.stream().anyMatch(piece -> piece.has("tool_calls"));
    write(exchange, chunk(JSON.createObjectNode(), tool ? "tool_calls" : "stop"));
    write(exchange, "[DONE]");
  }

  private static String chunk(ObjectNode delta, @Nullable String end) {
    ObjectNode chunk =
        JSON.createObjectNode()
            .put("id", "c1")
            .put("object", "chat.completion.chunk")
            .put("created", 1)
            .put("model", "scripted");
    chunk
        .putArray("choices")
        .addObject()
        .put("index", 0)
        .put("finish_reason", end)
        .set("delta", delta);
    return chunk.toString();
  }

  private static void write(HttpExchange exchange, String data) throws IOException {
    exchange.getResponseBody().write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    comesBack();
    server.stop(0);
    threads.shutdownNow();
  }
}
