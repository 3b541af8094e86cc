package dev.gatehouse.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.local.Repository;
import dev.gatehouse.local.event.TestKey;
import dev.gatehouse.local.template.Template;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The deployed template's webhook through the HTTP API: good requests, and every bad one. */
final class WebhookTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String NOBODY_LISTENS = "http://127.0.0.1:1/api/v10";

  private static LocalCloud cloud;

  @BeforeAll
  static void start() throws Exception {
    Template template = Template.read(Repository.file("template.yaml"));
    cloud = LocalCloud.start(template, Ports.free(), InstantSource.system());
    Map<String, String> parameters =
        Map.of(
            "DiscordApplicationId",
            "1100000000000000001",
            "DiscordPublicKey",
            TestKey.PUBLIC_KEY,
            "DiscordToken",
            "none",
            "DiscordApiUrl",
            NOBODY_LISTENS);
    cloud.run(parameters, Map.of(), _ -> JSON.createObjectNode().put("status", "up"));
  }

  @AfterAll
  static void stop() throws Exception {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "application/octet-stream", "Application/JSON; charset=utf-8"})
  void aPingIsAnsweredHoweverItsBodyTravels(String contentType) throws Exception {
    String timestamp = now();
    String body = body("interaction-ping.json");

    HttpResponse<String> response =
        post(contentType, timestamp, TestKey.sign(timestamp, body), body);

    assertThat(response.statusCode()).as(response::body).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).path("type").asInt()).isEqualTo(1);
  }

  @Test
  void aCommandIsDeferred() throws Exception {
    HttpResponse<String> response = signed(body("interaction-help.json"));

    assertThat(response.statusCode()).as(response::body).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).path("type").asInt()).isEqualTo(5);
  }

  @Test
  void aWrongSignatureIsRefused() throws Exception {
    String timestamp = now();
    String body = body("interaction-ping.json");

    assertThat(
            post("application/json", timestamp, TestKey.sign(timestamp, body + " "), body)
                .statusCode())
        .isEqualTo(401);
    assertThat(post("application/json", timestamp, "not hex", body).statusCode()).isEqualTo(401);
  }

  @Test
  void aStaleTimestampIsRefused() throws Exception {
    String stale = String.valueOf(Instant.now().minus(Duration.ofMinutes(6)).getEpochSecond());
    String body = body("interaction-ping.json");

    assertThat(post("application/json", stale, TestKey.sign(stale, body), body).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\": 2, \"id\":      | body",
        "[]                         | body",
        "{}                         | type",
        "{\"type\": 99, \"id\": \"1\", \"application_id\": \"2\", \"token\": \"t\"} | type",
        "{\"type\": 2, \"application_id\": \"2\", \"token\": \"t\"} | id",
      })
  void aMalformedBodyIsRefusedWithTheFieldNamed(String body, String field) throws Exception {
    HttpResponse<String> response = signed(body);

    assertThat(response.statusCode()).as(response::body).isEqualTo(400);
    assertThat(response.body().contains(field)).as(response::body).isTrue();
  }

  @Test
  void aBodyOfSevenMegabytesIsTooLarge() throws Exception {
    assertThat(signed("{\"x\":\"" + "y".repeat(7 * 1024 * 1024) + "\"}").statusCode())
        .isEqualTo(413);
  }

  private static HttpResponse<String> signed(String body) throws Exception {
    String timestamp = now();
    return post("application/json", timestamp, TestKey.sign(timestamp, body), body);
  }

  private static HttpResponse<String> post(
      String contentType, String timestamp, String signature, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.api().resolve("/discord/interactions"))
            .header("CONTENT-Type", contentType)
            .header("X-Signature-Timestamp", timestamp)
            .header("x-SIGNATURE-ed25519", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String body(String event) throws IOException {
    JsonNode stored = JSON.readTree(Files.readString(Repository.file("events/" + event)));
    return stored.path("body").asText();
  }

  private static String now() {
    return String.valueOf(Instant.now().getEpochSecond());
  }
}
