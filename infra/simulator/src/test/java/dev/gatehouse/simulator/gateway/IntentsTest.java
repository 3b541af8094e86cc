package dev.gatehouse.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(message.path("content").asText()).isEqualTo("");
    assertThat(message.at("/author/username").asText()).isEqualTo("ada");
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

    String role = client.event("GUILD_CREATE").at("/d/roles/3/id").asText();

    lab.say("ada", general, "<@" + bot + "> hello");
    lab.say("ada", general, "<@&" + role + "> hello");
    lab.rest().post("/channels/" + general + "/messages", "{\"content\":\"own\"}");
    lab.say("ada", direct, "direct");

    assertThat(nextContent()).isEqualTo("<@" + bot + "> hello");
    assertThat(nextContent()).isEqualTo("<@&" + role + "> hello");
    assertThat(nextContent()).isEqualTo("own");
    assertThat(nextContent()).isEqualTo("direct");
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
    assertThat(typing.path("channel_id").asText()).isEqualTo(lab.channel("dev"));
    assertThat(typing.path("member").isObject()).isTrue();
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

      assertThat(mine.path("guilds").size()).isEqualTo(1);
      assertThat(theirs.path("guilds").size()).isEqualTo(0);
      GatewayClient first = own == 0 ? client : other;
      assertThat(nextContent()).isEqualTo("to one shard");
      assertThat(first.event("MESSAGE_CREATE").at("/d/content").asText())
          .isEqualTo("to the first shard");
    }
  }
}
