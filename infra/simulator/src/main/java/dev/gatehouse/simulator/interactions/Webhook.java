package dev.gatehouse.simulator.interactions;

import dev.gatehouse.simulator.state.Application;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;

/**
 * Posts signed interactions to an application's endpoint.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers">
 *     Security request headers</a>
 */
final class Webhook implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final Clock clock;
  private final Duration deadline;

  Webhook(Clock clock, Duration deadline) {
    this.clock = clock;
    this.deadline = deadline;
  }

  /**
   * Posts a body with its true signature.
   *
   * @throws IOException when nobody answers in time
   */
  HttpResponse<byte[]> post(URI endpoint, Application application, byte[] body)
      throws IOException, InterruptedException {
    String timestamp = timestamp();
    return send(endpoint, timestamp, application.key().sign(timestamp, body), body);
  }

  /** Posts a body with a signature of something else, as Discord does to test an endpoint. */
  HttpResponse<byte[]> postForged(URI endpoint, Application application, byte[] body)
      throws IOException, InterruptedException {
    String timestamp = timestamp();
    return send(endpoint, timestamp, application.key().sign(timestamp, new byte[1]), body);
  }

  private String timestamp() {
    return Long.toString(clock.instant().getEpochSecond());
  }

  private HttpResponse<byte[]> send(URI endpoint, String timestamp, String signature, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(deadline)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)")
            .header("X-Signature-Timestamp", timestamp)
            .header("X-Signature-Ed25519", signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
