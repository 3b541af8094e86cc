package dev.gatehouse.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
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
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An application behind an interactions endpoint: it checks each signature, answers PING, and
 * leaves the rest to a function from interaction to response.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/overview">Interactions</a>
 */
final class WebhookApplication implements AutoCloseable {

  /** What precedes a raw Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final HttpServer server;
  private final PublicKey key;
  private final Function<JsonNode, String> answer;

  private WebhookApplication(HttpServer server, PublicKey key, Function<JsonNode, String> answer) {
    this.server = server;
    this.key = key;
    this.answer = answer;
  }

  static WebhookApplication start(String publicKeyHex, Function<JsonNode, String> answer) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      var application = new WebhookApplication(server, publicKey(publicKeyHex), answer);
      server.createContext("/", application::handle);
      server.start();
      return application;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/interactions";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (!signed(exchange, body)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      var interaction = Rest.JSON.readTree(body);
      var ping = interaction.path("type").asInt() == 1;
      var response =
          (ping ? "{\"type\":1}" : answer.apply(interaction)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, response.length);
      exchange.getResponseBody().write(response);
    }
  }

  private boolean signed(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    var message = new ByteArrayOutputStream();
    message.writeBytes(headers.getFirst("X-Signature-Timestamp").getBytes(StandardCharsets.UTF_8));
    message.writeBytes(body);
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message.toByteArray());
      return signature.verify(HexFormat.of().parseHex(headers.getFirst("X-Signature-Ed25519")));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static PublicKey publicKey(String hex) {
    var encoded = new ByteArrayOutputStream();
    encoded.writeBytes(X509_PREFIX);
    encoded.writeBytes(HexFormat.of().parseHex(hex));
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key: " + hex, e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
