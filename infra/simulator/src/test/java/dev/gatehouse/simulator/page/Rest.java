package dev.gatehouse.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP as a bot or a program sends it. */
public final class Rest {

  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final @Nullable String token;

  private Rest(String base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /** The bot of this token; an unseen one makes an application. */
  public static Rest bot(String simulator, String token) {
    return new Rest(simulator + "/api/v10", token);
  }

  /** The calls that a person's page makes. */
  public static Rest control(String simulator) {
    return new Rest(simulator + "/control", null);
  }

  /** Reads. */
  public JsonNode get(String path) {
    return call("GET", path, "");
  }

  /** Sends a JSON text. */
  public JsonNode call(String method, String path, String json) {
    try {
      var response = http.send(request(method, path, json), BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw new AssertionError(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the simulator answered", e);
    }
  }

  private HttpRequest request(String method, String path, String json) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("User-Agent", "DiscordBot (https://example.com, 1)")
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bot " + token);
    }
    return request.method(method, BodyPublishers.ofString(json)).build();
  }
}
