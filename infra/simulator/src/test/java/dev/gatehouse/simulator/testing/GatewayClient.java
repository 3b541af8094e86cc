package dev.gatehouse.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A bare gateway client that hands over what it gets. */
public final class GatewayClient implements AutoCloseable, WebSocket.Listener {
  /** Wants guilds, guild messages and direct messages with their content. */
  public static final long INTENTS = 1 | 1 << 9 | 1 << 12 | 1 << 15;

  private static final long PATIENCE_SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private final UnaryOperator<byte[]> decompress;
  private final WebSocket socket;

  /** What a client notices. */
  public sealed interface Received {
    /** A payload. */
    record Payload(JsonNode json, byte[] bytes) implements Received {}

    /** A goodbye with a code, or 1006 when there was none. */
    record Closed(int code) implements Received {}
  }

  private GatewayClient(String url, UnaryOperator<byte[]> decompress) {
    this.decompress = decompress;
    this.socket = http.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
  }

  /** Connects without compression. */
  public static GatewayClient connect(String url) {
    return new GatewayClient(url + "?v=10&encoding=json", bytes -> bytes);
  }

  /** Connects with a query of its own. */
  public static GatewayClient connect(String url, String query, UnaryOperator<byte[]> decompress) {
    return new GatewayClient(url + "?" + query, decompress);
  }

  /** Sends an opcode with data. */
  public void send(int opcode, @Nullable JsonNode data) {
    ObjectNode payload = Json.object();
    payload.put("op", opcode);
    payload.set("d", data);
    send(payload.toString());
  }

  /** Sends text as it is. */
  public void send(String payload) {
    socket.sendText(payload, true).join();
  }

  /** Takes HELLO and identifies. */
  public void identify(String token, long intents, int shard, int shards) {
    expect(10);
    ObjectNode data = Json.object();
    data.put("token", token);
    data.put("intents", intents);
    data.putObject("properties").put("os", "test");
    data.putArray("shard").add(shard).add(shards);
    send(2, data);
  }

  /** Identifies and answers READY. */
  public JsonNode ready(String token) {
    return ready(token, INTENTS, 0, 1);
  }

  /** Identifies one shard and answers READY. */
  public JsonNode ready(String token, long intents, int shard, int shards) {
    identify(token, intents, shard, shards);
    return event("READY").path("d");
  }

  /** Takes HELLO and resumes. */
  public void resume(String token, String sessionId, long seq) {
    expect(10);
    ObjectNode data = Json.object();
    data.put("token", token);
    data.put("session_id", sessionId);
    data.put("seq", seq);
    send(6, data);
  }

  /** The next thing that comes. */
  public Received next() {
    try {
      Received next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came");
      }
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next payload. */
  public JsonNode payload() {
    return switch (next()) {
      case Received.Payload(JsonNode json, byte[] bytes) -> json;
      case Received.Closed(int code) -> throw new AssertionError("closed with " + code);
    };
  }

  /** The next payload, which must have the opcode. */
  public JsonNode expect(int opcode) {
    JsonNode payload = payload();
    if (payload.path("op").asInt(-1) != opcode) {
      throw new AssertionError("expected op " + opcode + ", got " + payload);
    }
    return payload;
  }

  /** The next event with the name; others before it are passed over. */
  public JsonNode event(String name) {
    JsonNode payload = payload();
    while (!payload.path("t").asText().equals(name)) {
      payload = payload();
    }
    return payload;
  }

  /** The code of the goodbye; payloads before it are passed over. */
  public int closeCode() {
    Received next = next();
    while (!(next instanceof Received.Closed)) {
      next = next();
    }
    return ((Received.Closed) next).code();
  }

  /** Whether nothing came although an answer to a later question did. */
  public boolean isQuiet() {
    return received.isEmpty();
  }

  /** Leaves with a code. */
  public void leave(int code) {
    socket.sendClose(code, "").join();
    closeCode();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      add(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
    byte[] part = new byte[data.remaining()];
    data.get(part);
    binary.writeBytes(part);
    if (last) {
      add(decompress.apply(binary.toByteArray()));
      binary.reset();
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void add(byte[] bytes) {
    received.add(new Received.Payload(Json.parse(bytes).orElseGet(Json::object), bytes));
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    received.add(new Received.Closed(code));
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    received.add(new Received.Closed(1006));
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
