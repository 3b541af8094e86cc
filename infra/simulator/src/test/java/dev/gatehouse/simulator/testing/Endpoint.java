package dev.gatehouse.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.simulator.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** An application's interactions endpoint, which checks signatures and answers as it is told. */
public final class Endpoint implements AutoCloseable {
  private static final String KEY_PREFIX = "302a300506032b6570032100";

  private final HttpServer server;
  private final PublicKey key;
  private final boolean strict;
  private final BlockingQueue<JsonNode> interactions = new LinkedBlockingQueue<>();
  private volatile Function<JsonNode, String> answer = interaction -> "{\"type\":5}";

  private Endpoint(String publicKey, boolean strict) {
    this.strict = strict;
    try {
      this.key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new X509EncodedKeySpec(HexFormat.of().parseHex(KEY_PREFIX + publicKey)));
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** An endpoint that refuses bad signatures. */
  public static Endpoint verifying(String publicKey) {
    return new Endpoint(publicKey, true);
  }

  /** An endpoint that accepts anything. */
  public static Endpoint careless(String publicKey) {
    return new Endpoint(publicKey, false);
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/interactions";
  }

  /** Answers with JSON from now on. */
  public void answer(Function<JsonNode, String> next) {
    answer = next;
  }

  /** The next interaction that came with a good signature. */
  public JsonNode take() {
    try {
      return interactions.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (strict && !isSigned(exchange, body)) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    JsonNode interaction = Json.parse(body).orElseThrow();
    byte[] reply = reply(interaction).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private String reply(JsonNode interaction) {
    if (interaction.path("type").asInt() == 1) {
      return "{\"type\":1}";
    }
    interactions.add(interaction);
    return answer.apply(interaction);
  }

  private boolean isSigned(HttpExchange exchange, byte[] body) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(header(exchange, "X-Signature-Timestamp").getBytes(StandardCharsets.UTF_8));
      signature.update(body);
      return signature.verify(HexFormat.of().parseHex(header(exchange, "X-Signature-Ed25519")));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
