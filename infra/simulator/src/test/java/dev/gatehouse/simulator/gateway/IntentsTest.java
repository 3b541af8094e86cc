package dev.gatehouse.simulator.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.GatewayClient;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IntentsTest {
  private static final long WITHOUT_CONTENT =
      Intents.GUILDS | Intents.GUILD_MESSAGES | Intents.DIRECT_MESSAGES;

  private final SimulatorFixture lab = SimulatorFixture.open();
  private final GatewayClient client = lab.gateway();

  @AfterEach
  void close() {
    client.close();
    lab.close();
  }

  @Test
  void hidesContentFromSessionsWithoutTheIntent() {
    client.ready(SimulatorFixture.TOKEN, WITHOUT_CONTENT, 0, 1);

    lab.say("ada", lab.channel("general"), "secret");

    JsonNode message = client.event("MESSAGE_CREATE").path("d");
    assertEquals("", message.path("content").asText());
    assertEquals("ada", message.at("/author/username").asText());
  }

  @Test
  void showsContentThatMentionsTheBotIsItsOwnOrDirect() {
    String bot =
        client.ready(SimulatorFixture.TOKEN, WITHOUT_CONTENT, 0, 1).at("/user/id").asText();
    String general = lab.channel("general");
    String direct =
        lab.control()
            .send(
                "POST",
                "/dms",
                Json.object().put("user_id", lab.person("ada")).put("application_id", bot))
            .json()
            .path("id")
            .asText();

    lab.say("ada", general, "<@" + bot + "> hello");
    lab.rest().post("/channels/" + general + "/messages", "{\"content\":\"own\"}");
    lab.say("ada", direct, "direct");

    assertEquals("<@" + bot + "> hello", nextContent());
    assertEquals("own", nextContent());
    assertEquals("direct", nextContent());
  }

  private String nextContent() {
    return client.event("MESSAGE_CREATE").at("/d/content").asText();
  }

  @Test
  void sendsNoMessagesWithoutTheirIntent() {
    client.ready(SimulatorFixture.TOKEN, Intents.GUILDS, 0, 1);
    client.event("GUILD_CREATE");

    lab.say("ada", lab.channel("general"), "unheard");
    client.send(1, null);

    client.expect(11);
  }

  @Test
  void sendsNoEphemeralMessageAndNoTypingUnlessAsked() {
    client.ready(SimulatorFixture.TOKEN, Intents.GUILDS | Intents.GUILD_MESSAGE_TYPING, 0, 1);
    client.event("GUILD_CREATE");

    lab.rest().post("/channels/" + lab.channel("dev") + "/typing", "");

    JsonNode typing = client.event("TYPING_START").path("d");
    assertEquals(lab.channel("dev"), typing.path("channel_id").asText());
    assertTrue(typing.path("member").isObject());
  }

  @Test
  void eachShardHearsOfItsGuildsAndTheFirstOfDirectMessages() {
    long guildId = lab.guild().path("id").asLong();
    int own = (int) ((guildId >>> 22) % 2);
    try (GatewayClient other = lab.gateway()) {
      JsonNode mine = client.ready(SimulatorFixture.TOKEN, GatewayClient.INTENTS, own, 2);
      JsonNode theirs = other.ready(SimulatorFixture.TOKEN, GatewayClient.INTENTS, 1 - own, 2);
      lab.say("ada", lab.channel("general"), "to one shard");
      String direct =
          lab.control()
              .send(
                  "POST",
                  "/dms",
                  Json.object()
                      .put("user_id", lab.person("ada"))
                      .put("application_id", lab.application()))
              .json()
              .path("id")
              .asText();
      lab.say("ada", direct, "to the first shard");

      assertEquals(1, mine.path("guilds").size());
      assertEquals(0, theirs.path("guilds").size());
      GatewayClient first = own == 0 ? client : other;
      assertEquals("to one shard", nextContent());
      assertEquals("to the first shard", first.event("MESSAGE_CREATE").at("/d/content").asText());
    }
  }
}
