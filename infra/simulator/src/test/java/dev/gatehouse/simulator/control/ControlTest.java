package dev.gatehouse.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.Http;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ControlTest {
  private final SimulatorFixture lab = SimulatorFixture.open();

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/channels/CHANNEL/messages|{\"content\":\"a\"}|400|user_id",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"5\",\"content\":\"a\"}|404|user_id",
        "POST|/channels/5/messages|{\"user_id\":\"ADA\",\"content\":\"a\"}|404|channel_id",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"ADA\",\"content\":5}|400|content",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"ADA\",\"content\":\"LONG\"}|400|content",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"ADA\",\"content\":\"a\",\"reply_to\":\"5\"}|404|reply_to",
        "POST|/channels/CHANNEL/messages|nonsense|400|body",
        "POST|/channels/CHANNEL/threads|{\"user_id\":\"ADA\",\"name\":\"\"}|400|name",
        "POST|/commands|{\"user_id\":\"ADA\",\"channel_id\":\"CHANNEL\",\"name\":\"ask\"}|404|name",
        "POST|/components|{\"user_id\":\"ADA\",\"message_id\":\"5\",\"custom_id\":\"a\"}|404|message_id",
        "POST|/modals|{\"user_id\":\"ADA\",\"interaction_id\":\"5\"}|400|interaction_id",
        "POST|/dms|{\"user_id\":\"ADA\",\"application_id\":\"5\"}|404|application_id",
        "POST|/faults|{\"kind\":\"flood\"}|400|kind",
        "POST|/faults|{\"kind\":\"close\",\"code\":7}|400|code",
        "POST|/faults|{\"kind\":\"http_429\",\"retry_after\":\"abc\"}|400|retry_after",
        "POST|/faults|{\"kind\":\"http_429\",\"retry_after\":-5}|400|retry_after",
        "POST|/faults|{\"kind\":\"op9\",\"resumable\":\"yes\"}|400|resumable",
        "POST|/faults|{\"kind\":\"op7\",\"session_id\":\"nobody\"}|404|session_id",
        "POST|/faults|{\"kind\":\"op7\",\"application_id\":\"5\"}|404|application_id",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"ADA\",\"content\":\"a\",\"attachments\":5}|400|attachments",
        "POST|/firehose|{\"count\":0}|400|count",
        "PATCH|/applications/5|{}|404|application_id",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"ADA\",\"forward\":\"5\"}|404|forward",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"ADA\",\"voice\":true}|400|attachments",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"ADA\",\"stickers\":5}|400|stickers",
        "POST|/channels/CHANNEL/messages|{\"user_id\":\"ADA\",\"poll\":{}}|400|poll.question.text",
        "POST|/guilds/5/roles|{\"name\":\"a\"}|404|guild_id",
        "POST|/guilds/GUILD/roles|{\"name\":\"a\",\"permissions\":\"all\"}|400|permissions",
        "PATCH|/guilds/GUILD/roles/5|{}|404|role_id",
        "PATCH|/guilds/GUILD/members/5|{\"roles\":[]}|404|user_id",
        "PATCH|/guilds/GUILD/members/ADA|{\"roles\":[\"5\"]}|404|roles",
        "PATCH|/channels/CHANNEL|{}|400|permission_overwrites",
        "GET|/nothing||404|path"
      })
  void namesTheFieldThatIsTheCause(
      String method, String path, String body, int status, String field) {
    String filled =
        (body == null ? "" : body)
            .replace("ADA", lab.person("ada"))
            .replace("CHANNEL", lab.channel("general"))
            .replace("LONG", "x".repeat(2001));

    Http.Answer answer =
        lab.control()
            .send(
                method,
                path.replace("CHANNEL", lab.channel("general"))
                    .replace("GUILD", lab.guild().path("id").asText())
                    .replace("ADA", lab.person("ada")),
                filled);

    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    assertThat(answer.json().at("/error/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/error/message").asText().length() > 5).isTrue();
  }

  @Test
  void startsWithAGuildAndFourPeople() {
    JsonNode state = lab.state();

    assertThat(lab.guild().path("name").asText()).isEqualTo("Gatehouse");
    assertThat(lab.guild().path("channels").size()).isEqualTo(4);
    assertThat(state.path("users").size()).isEqualTo(4);
    assertThat(state.path("applications").size()).isEqualTo(0);
  }

  @Test
  void keepsRegisteredApplicationsWhenItStartsAgain() {
    var registered = lab.simulator().register("gatehouse", "its-token");
    lab.rest("unseen").get("/users/@me");

    lab.control().send("DELETE", "/state", "");

    JsonNode left = lab.state().path("applications");
    assertThat(left.size()).isEqualTo(1);
    assertThat(left.at("/0/id").asText()).isEqualTo(Long.toString(registered.id()));
    assertThat(left.at("/0/public_key").asText()).isEqualTo(registered.publicKey());
    assertThat(lab.rest("its-token").get("/users/@me").json().path("username").asText())
        .isEqualTo("gatehouse");
  }

  @Test
  void takesTheIdThatARealTokenStartsWith() {
    String token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.abc.def";

    JsonNode self = lab.rest(token).get("/users/@me").json();

    assertThat(self.path("id").asText()).isEqualTo("123456789012345678");
  }

  @Test
  void refusesAPageOfAnotherSite() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(lab.simulator().url() + "/control/state"))
            .header("Origin", "http://example.org")
            .build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void streamsWhatAUserMaySee() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    lab.simulator().url() + "/control/stream?user_id=" + lab.person("grace")))
            .build();
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(),
                    StandardCharsets.UTF_8))) {
      lines.readLine();
      String bot = lab.application();
      String direct =
          lab.control()
              .send(
                  "POST",
                  "/dms",
                  Json.object().put("user_id", lab.person("ada")).put("application_id", bot))
              .json()
              .path("id")
              .asText();
      lab.say("ada", direct, "not for grace");
      lab.say("ada", lab.channel("general"), "for all");

      assertThat(contents(lines)).isEqualTo(List.of("for all"));
      client.shutdownNow();
    }
  }

  /** The contents of the messages up to the first one that everybody sees. */
  private static List<String> contents(BufferedReader lines) throws IOException {
    List<String> contents = new ArrayList<>();
    while (!contents.contains("for all")) {
      String line = lines.readLine();
      if (line.startsWith("data: ")) {
        JsonNode event =
            Json.parse(line.substring(6).getBytes(StandardCharsets.UTF_8)).orElseThrow();
        if (event.path("t").asText().equals("MESSAGE_CREATE")) {
          contents.add(event.at("/d/content").asText());
        }
      }
    }
    return contents;
  }

  @Test
  void aPersonChangesOnlyWhatIsTheirs() {
    String general = lab.channel("general");
    String path =
        "/channels/" + general + "/messages/" + lab.say("ada", general, "typo").path("id").asText();
    var fixed = Json.object().put("user_id", lab.person("ada")).put("content", "fixed");
    var grace = Json.object().put("user_id", lab.person("grace")).put("content", "mine");

    assertThat(lab.control().send("PATCH", path, grace).status()).isEqualTo(400);
    assertThat(lab.control().send("PATCH", path, fixed).json().path("content").asText())
        .isEqualTo("fixed");
    assertThat(lab.control().send("DELETE", path, fixed).status()).isEqualTo(204);
    assertThat(lab.control().send("DELETE", path, fixed).status()).isEqualTo(404);
  }
}
