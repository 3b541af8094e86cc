package dev.gatehouse.simulator.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    assertEquals(10, ready.path("v").asInt());
    assertEquals(
        "ws://127.0.0.1:" + lab.simulator().port() + "/gateway/resume",
        ready.path("resume_gateway_url").asText());
    assertEquals(ready.at("/guilds/0/id"), guild.path("id"));
    assertEquals(4, guild.path("channels").size());
    assertEquals(3, guild.path("members").size());
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
    assertEquals("MESSAGE_CREATE", missed.path("t").asText());
    assertEquals("while you were away", missed.at("/d/content").asText());
    assertEquals(seq + 1, missed.path("s").asLong());
    assertEquals("RESUMED", again.payload().path("t").asText());
    assertEquals(1, lab.state().path("sessions").size());
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
    assertEquals(resumable ? "RESUMED" : "null", answer.path("t").asText());
    assertEquals(resumable ? 0 : 9, answer.path("op").asInt());
  }

  @Test
  void forgetsASessionThatWasLeftAloneForTooLong() {
    GatewayClient client = connect();
    JsonNode ready = client.ready(SimulatorFixture.TOKEN);
    client.leave(4000);
    lab.clock().advance(Duration.ofMinutes(10));

    GatewayClient again = connect();
    again.resume(SimulatorFixture.TOKEN, ready.path("session_id").asText(), 1);

    assertFalse(again.expect(9).path("d").asBoolean(true));
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
        assertFalse(again.expect(9).path("d").asBoolean(true));
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

    assertEquals(4007, again.closeCode());
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

    assertEquals(code, client.closeCode());
  }

  @Test
  void closesOnALargePayloadASecondIdentifyAndAWrongVersion() {
    GatewayClient large = connect();
    large.expect(10);
    large.send("{\"op\":1,\"d\":\"" + "x".repeat(4096) + "\"}");
    assertEquals(4002, large.closeCode());

    GatewayClient twice = connect();
    twice.ready(SimulatorFixture.TOKEN);
    twice.send(2, Json.object());
    assertEquals(4005, twice.closeCode());

    GatewayClient old =
        GatewayClient.connect(lab.gatewayUrl(), "v=5&encoding=json", bytes -> bytes);
    clients.add(old);
    assertEquals(4012, old.closeCode());
  }

  @Test
  void closesOnTheHundredAndTwentyFirstPayloadOfAMinute() {
    GatewayClient client = connect();
    client.expect(10);

    for (int i = 0; i < 121; i++) {
      client.send(1, null);
    }

    assertEquals(4008, client.closeCode());
  }

  @Test
  void closesWhenNoHeartbeatComes() {
    try (SimulatorFixture hasty =
            SimulatorFixture.open(
                c -> c.withGateway(c.gateway().withHeartbeatInterval(Duration.ofMillis(50))));
        GatewayClient client = hasty.gateway()) {
      client.ready(SimulatorFixture.TOKEN);

      assertEquals(4009, client.closeCode());
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
        assertEquals(4004, unknown.closeCode());
        privileged.identify("known-token", 1 << 15, 0, 1);
        assertEquals(4014, privileged.closeCode());
        assertTrue(known.ready("known-token", 1, 0, 1).path("session_id").isTextual());
      }
      assertEquals(401, strict.rest("unseen").get("/users/@me").status());
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

      assertEquals(0, limit.path("remaining").asInt());
      assertEquals(2, limit.path("total").asInt());
      assertEquals(4004, third.closeCode());
    }
  }

  @Test
  void answersMemberRequestsInChunks() {
    GatewayClient client = connect();
    String guild = client.ready(SimulatorFixture.TOKEN).at("/guilds/0/id").asText();

    client.send(8, Json.object().put("guild_id", guild).put("query", "a").put("limit", 0));

    JsonNode chunk = client.event("GUILD_MEMBERS_CHUNK").path("d");
    assertEquals(1, chunk.path("chunk_count").asInt());
    assertEquals("ada", chunk.at("/members/0/user/username").asText());
  }

  @Test
  void goingBackToTheStartEndsSessions() {
    GatewayClient client = connect();
    JsonNode ready = client.ready(SimulatorFixture.TOKEN);

    lab.control().send("DELETE", "/state", "");

    assertEquals(4000, client.closeCode());
    assertEquals(0, lab.state().path("applications").size());
    assertNotEquals(ready.at("/guilds/0/id"), lab.guild().path("id"));
  }
}
