package dev.gatehouse.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.GatewayClient;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GatewayLifecycleTest {
  private final SimulatorFixture lab = SimulatorFixture.open();
  private final List<GatewayClient> clients = new ArrayList<>();

  @AfterEach
  void close() {
    clients.forEach(GatewayClient::close);
    lab.close();
  }

  private GatewayClient connect() {
    return connect(lab.gatewayUrl());
  }

  private GatewayClient connect(String url) {
    GatewayClient client = GatewayClient.connect(url);
    clients.add(client);
    return client;
  }

  @Test
  void opensASessionAndShowsItsGuild() {
    GatewayClient client = connect();

    JsonNode ready = client.ready(SimulatorFixture.TOKEN);
    JsonNode guild = client.event("GUILD_CREATE").path("d");

    assertThat(ready.path("v").asInt()).isEqualTo(10);
    assertThat(ready.path("resume_gateway_url").asText())
        .isEqualTo("ws://127.0.0.1:" + lab.simulator().port() + "/gateway/resume");
    assertThat(guild.path("id")).isEqualTo(ready.at("/guilds/0/id"));
    assertThat(guild.path("channels").size()).isEqualTo(4);
    assertThat(guild.path("members").size()).isEqualTo(5);
    assertThat(guild.path("roles").findValuesAsText("bot_id"))
        .containsExactly(ready.at("/user/id").asText());
  }

  @Test
  void acknowledgesHeartbeats() {
    GatewayClient client = connect();
    client.expect(10);

    client.send(1, null);

    client.expect(11);
  }

  @Test
  void replaysWhatAConnectionMissed() {
    GatewayClient client = connect();
    JsonNode ready = client.ready(SimulatorFixture.TOKEN);
    long seq = client.event("GUILD_CREATE").path("s").asLong();
    client.leave(4000);
    lab.say("ada", lab.channel("general"), "while you were away");

    GatewayClient again = connect(ready.path("resume_gateway_url").asText());
    again.resume(SimulatorFixture.TOKEN, ready.path("session_id").asText(), seq);

    JsonNode missed = again.payload();
    assertThat(missed.path("t").asText()).isEqualTo("MESSAGE_CREATE");
    assertThat(missed.at("/d/content").asText()).isEqualTo("while you were away");
    assertThat(missed.path("s").asLong()).isEqualTo(seq + 1);
    assertThat(again.payload().path("t").asText()).isEqualTo("RESUMED");
    assertThat(lab.state().path("sessions").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1000, false", "1001, false", "4000, true", "3000, true"})
  void endsTheSessionOnlyWithAGoodbye(int code, boolean resumable) {
    GatewayClient client = connect();
    JsonNode ready = client.ready(SimulatorFixture.TOKEN);
    client.event("GUILD_CREATE");
    client.leave(code);

    GatewayClient again = connect();
    again.resume(SimulatorFixture.TOKEN, ready.path("session_id").asText(), 2);

    JsonNode answer = again.payload();
    assertThat(answer.path("t").asText()).isEqualTo(resumable ? "RESUMED" : "null");
    assertThat(answer.path("op").asInt()).isEqualTo(resumable ? 0 : 9);
  }

  @Test
  void forgetsASessionThatWasLeftAloneForTooLong() {
    GatewayClient client = connect();
    JsonNode ready = client.ready(SimulatorFixture.TOKEN);
    client.leave(4000);
    lab.clock().advance(Duration.ofMinutes(10));

    GatewayClient again = connect();
    again.resume(SimulatorFixture.TOKEN, ready.path("session_id").asText(), 1);

    assertThat(again.expect(9).path("d").asBoolean(true)).isFalse();
  }

  @Test
  void refusesToReplayWhatItNoLongerHas() {
    try (SimulatorFixture small =
            SimulatorFixture.open(c -> c.withGateway(c.gateway().withReplayLimit(2)));
        GatewayClient client = small.gateway()) {
      JsonNode ready = client.ready(SimulatorFixture.TOKEN);
      client.leave(4000);
      for (int i = 0; i < 3; i++) {
        small.say("ada", small.channel("general"), "message " + i);
      }

      try (GatewayClient again = small.gateway()) {
        again.resume(SimulatorFixture.TOKEN, ready.path("session_id").asText(), 1);
        assertThat(again.expect(9).path("d").asBoolean(true)).isFalse();
      }
    }
  }

  @Test
  void closesOnASequenceNumberFromTheFuture() {
    GatewayClient client = connect();
    JsonNode ready = client.ready(SimulatorFixture.TOKEN);
    client.leave(4000);

    GatewayClient again = connect();
    again.resume(SimulatorFixture.TOKEN, ready.path("session_id").asText(), 999);

    assertThat(again.closeCode()).isEqualTo(4007);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"op\":99}|4001",
        "{\"op\":|4002",
        "{\"op\":3,\"d\":{}}|4003",
        "{\"op\":2,\"d\":{\"token\":\"t\",\"intents\":1}}|4002",
        "{\"op\":2,\"d\":{\"token\":\"t\",\"properties\":{}}}|4013",
        "{\"op\":2,\"d\":{\"token\":\"t\",\"properties\":{},\"intents\":1073741824}}|4013",
        "{\"op\":2,\"d\":{\"token\":\"t\",\"properties\":{},\"intents\":1,\"shard\":[2,2]}}|4010"
      })
  void closesWithTheCodeOfTheMistake(String payload, int code) {
    GatewayClient client = connect();
    client.expect(10);

    client.send(payload);

    assertThat(client.closeCode()).isEqualTo(code);
  }

  @Test
  void closesOnALargePayloadASecondIdentifyAndAWrongVersion() {
    GatewayClient large = connect();
    large.expect(10);
    large.send("{\"op\":1,\"d\":\"" + "x".repeat(4096) + "\"}");
    assertThat(large.closeCode()).isEqualTo(4002);

    GatewayClient twice = connect();
    twice.ready(SimulatorFixture.TOKEN);
    twice.send(2, Json.object());
    assertThat(twice.closeCode()).isEqualTo(4005);

    GatewayClient old =
        GatewayClient.connect(lab.gatewayUrl(), "v=5&encoding=json", bytes -> bytes);
    clients.add(old);
    assertThat(old.closeCode()).isEqualTo(4012);
  }

  @Test
  void closesOnTheHundredAndTwentyFirstPayloadOfAMinute() {
    GatewayClient client = connect();
    client.expect(10);

    for (int i = 0; i < 121; i++) {
      client.send(1, null);
    }

    assertThat(client.closeCode()).isEqualTo(4008);
  }

  @Test
  void closesWhenNoHeartbeatComes() {
    try (SimulatorFixture hasty =
            SimulatorFixture.open(
                c -> c.withGateway(c.gateway().withHeartbeatInterval(Duration.ofMillis(50))));
        GatewayClient client = hasty.gateway()) {
      client.ready(SimulatorFixture.TOKEN);

      assertThat(client.closeCode()).isEqualTo(4009);
    }
  }

  @Test
  void strictRefusesWhatNobodyRegistered() {
    try (SimulatorFixture strict = SimulatorFixture.open(c -> c.withStrict(true))) {
      strict.simulator().register("known", "known-token");
      try (GatewayClient unknown = strict.gateway();
          GatewayClient privileged = strict.gateway();
          GatewayClient known = strict.gateway()) {
        unknown.identify("unseen", 1, 0, 1);
        assertThat(unknown.closeCode()).isEqualTo(4004);
        privileged.identify("known-token", 1 << 15, 0, 1);
        assertThat(privileged.closeCode()).isEqualTo(4014);
        assertThat(known.ready("known-token", 1, 0, 1).path("session_id").isTextual()).isTrue();
      }
      assertThat(strict.rest("unseen").get("/users/@me").status()).isEqualTo(401);
    }
  }

  @Test
  void countsIdentifiesAndPacesThem() {
    try (SimulatorFixture paced =
            SimulatorFixture.open(
                c -> c.withGateway(c.gateway().withIdentify(Duration.ofSeconds(5), 1, 2)));
        GatewayClient first = paced.gateway();
        GatewayClient hasty = paced.gateway();
        GatewayClient second = paced.gateway();
        GatewayClient third = paced.gateway()) {
      first.ready(SimulatorFixture.TOKEN);
      hasty.identify(SimulatorFixture.TOKEN, 1, 0, 1);
      hasty.expect(9);
      paced.clock().advance(Duration.ofSeconds(5));
      second.ready(SimulatorFixture.TOKEN);

      JsonNode limit = paced.rest().get("/gateway/bot").json().path("session_start_limit");
      third.identify(SimulatorFixture.TOKEN, 1, 0, 1);

      assertThat(limit.path("remaining").asInt()).isEqualTo(0);
      assertThat(limit.path("total").asInt()).isEqualTo(2);
      assertThat(third.closeCode()).isEqualTo(4004);
    }
  }

  @Test
  void answersMemberRequestsInChunks() {
    GatewayClient client = connect();
    String guild = client.ready(SimulatorFixture.TOKEN).at("/guilds/0/id").asText();

    client.send(8, Json.object().put("guild_id", guild).put("query", "a").put("limit", 0));

    JsonNode chunk = client.event("GUILD_MEMBERS_CHUNK").path("d");
    assertThat(chunk.path("chunk_count").asInt()).isEqualTo(1);
    assertThat(chunk.at("/members/0/user/username").asText()).isEqualTo("ada");
  }

  @Test
  void goingBackToTheStartEndsSessions() {
    GatewayClient client = connect();
    JsonNode ready = client.ready(SimulatorFixture.TOKEN);

    lab.control().send("DELETE", "/state", "");

    assertThat(client.closeCode()).isEqualTo(4000);
    assertThat(lab.state().path("applications").size()).isEqualTo(0);
    assertThat(lab.guild().path("id")).isNotEqualTo(ready.at("/guilds/0/id"));
  }
}
