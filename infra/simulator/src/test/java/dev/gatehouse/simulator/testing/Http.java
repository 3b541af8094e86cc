package dev.gatehouse.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends JSON to one base address. */
public final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final String authorization;

  /** Calls below a base address, with an authorization header unless it is empty. */
  public Http(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** What came back. */
  public record Answer(int status, java.net.http.HttpHeaders headers, JsonNode json, byte[] body) {
    /** A header that must be there. */
    public String header(String name) {
      return headers.firstValue(name).orElseThrow();
    }
  }

  /** Sends text, which ought to be JSON. */
  public Answer send(String method, String path, String body) {
    return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a tree. */
  public Answer send(String method, String path, JsonNode body) {
    return send(method, path, body.toString());
  }

  /** Gets. */
  public Answer get(String path) {
    return send("GET", path, "");
  }

  /** Posts JSON. */
  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  /** Sends bytes of a media type. */
  public Answer send(String method, String path, String contentType, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.header("Content-Type", contentType);
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      JsonNode json = Json.parse(response.body()).orElseGet(Json::object);
      return new Answer(response.statusCode(), response.headers(), json, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
