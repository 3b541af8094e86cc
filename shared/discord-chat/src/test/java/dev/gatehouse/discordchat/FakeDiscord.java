package dev.gatehouse.discordchat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.json.DiscordJson;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Discord's message endpoints on a real socket, which notes each call and can be told to refuse.
 */
final class FakeDiscord implements AutoCloseable {
  /** One call. */
  record Call(String method, String path, String body) {
    /** The JSON, also when files were sent beside it. */
    JsonNode json() {
      int start = body.indexOf('{');
      int end = body.indexOf("\r\n--", start);
      String text = body.startsWith("--") ? body.substring(start, end) : body;
      return DiscordJson.read(text, JsonNode.class);
    }

    String line() {
      return method + " " + path;
    }
  }

  private record Refusal(Predicate<Call> concerns, int status, String body) {}

  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> idsByNonce = new HashMap<>();
  private boolean ephemeral;
  private boolean hidden;
  private int typingLeft = 4;
  private int lastId = 5000;

  FakeDiscord() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/v10", this::answer);
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.start();
  }

  DiscordRest rest() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10");
    return DiscordRest.create(
        DiscordRestConfig.of(Secret.of("token")).withBaseUrl(url), System::nanoTime);
  }

  /** Responses of interactions are seen by their caller only. */
  void ephemeral() {
    ephemeral = true;
  }

  /** The next typing indicator is the last one of its window. */
  void useUpTyping() {
    typingLeft = 0;
  }

  /** From now on such calls are refused. */
  void refuse(String lineStart, int status, int code) {
    refusals.add(new Refusal(call -> call.line().startsWith(lineStart), status, error(code, "")));
  }

  /**
   * From now on messages are refused that have the part.
   *
   * @param faulty the path of the field that is blamed, with dots; empty for none
   */
  void refuseWhatHas(String part, int status, int code, String faulty) {
    Predicate<Call> has = call -> !call.body().isEmpty() && !call.json().path(part).isEmpty();
    refusals.add(new Refusal(has, status, error(code, faulty)));
  }

  /** From now on answers do not say which message was sent. */
  void hideIds() {
    hidden = true;
  }

  private static String error(int code, String faulty) {
    String leaf = "{\"_errors\":[{\"code\":\"BAD\",\"message\":\"bad\"}]}";
    for (String step : Stream.of(faulty.split("\\.")).toList().reversed()) {
      leaf = step.isEmpty() ? "{}" : "{\"%s\":%s}".formatted(step, leaf);
    }
    return "{\"code\":%d,\"message\":\"refused\",\"errors\":%s}".formatted(code, leaf);
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Those that were not refused. */
  List<Call> taken() {
    return calls.stream()
        .filter(call -> refusals.stream().noneMatch(refusal -> refusal.concerns().test(call)))
        .toList();
  }

  List<String> lines() {
    return calls.stream().map(Call::line).toList();
  }

  Call last() {
    return calls.getLast();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = read(exchange);
      calls.add(call);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("Via", "1.1 fake");
      for (Refusal refusal : refusals) {
        if (refusal.concerns().test(call)) {
          respond(exchange, refusal.status(), refusal.body());
          return;
        }
      }
      succeed(exchange, call);
    }
  }

  private void succeed(HttpExchange exchange, Call call) throws IOException {
    if (call.path().contains("/reactions/")) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    if (call.path().endsWith("/typing")) {
      limit(exchange, "typing", typingLeft);
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    if (call.method().equals("PATCH")) {
      limit(exchange, "edits", 4);
    }
    respond(exchange, 200, message(call));
  }

  private static void limit(HttpExchange exchange, String bucket, int remaining) {
    exchange.getResponseHeaders().add("X-RateLimit-Bucket", bucket);
    exchange.getResponseHeaders().add("X-RateLimit-Limit", "5");
    exchange.getResponseHeaders().add("X-RateLimit-Remaining", Integer.toString(remaining));
    exchange.getResponseHeaders().add("X-RateLimit-Reset-After", "4.000");
  }

  private String message(Call call) {
    int flags = ephemeral && call.path().contains("/webhooks/") ? 64 : 0;
    String id = hidden ? "{}" : "\"" + id(call) + "\"";
    return "{\"id\":%s,\"type\":0,\"channel_id\":\"100\",\"content\":\"\",\"flags\":%d}"
        .formatted(id, flags);
  }

  private int id(Call call) {
    String nonce = call.json().path("nonce").asText("");
    boolean enforced = call.json().path("enforce_nonce").asBoolean();
    return enforced ? idsByNonce.computeIfAbsent(nonce, n -> ++lastId) : ++lastId;
  }

  private static Call read(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath().substring("/api/v10".length());
    return new Call(exchange.getRequestMethod(), path, body);
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
