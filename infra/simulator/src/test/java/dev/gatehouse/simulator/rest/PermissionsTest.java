package dev.gatehouse.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.Http;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles, overwrites and what they let bots and people do. */
final class PermissionsTest {
  private static final String EVERYTHING = "9007199254740983";

  private final SimulatorFixture lab = SimulatorFixture.open();
  private final String bot = lab.application();
  private final String general = lab.channel("general");

  @AfterEach
  void close() {
    lab.close();
  }

  /** A bot that is denied one permission in a channel, as a bit's number, and what it meets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10|GET|/channels/CHANNEL||403|50001",
        "10|POST|/channels/CHANNEL/messages|{\"content\":\"a\"}|403|50001",
        "11|POST|/channels/CHANNEL/messages|{\"content\":\"a\"}|403|50013",
        "11|POST|/channels/CHANNEL/typing||204|0",
        "14|POST|/channels/CHANNEL/messages|{\"embeds\":[{\"title\":\"a\"}]}|403|50013",
        "14|POST|/channels/CHANNEL/messages|{\"content\":\"a\"}|200|0",
        "49|POST|/channels/CHANNEL/messages|{\"poll\":{\"question\":{\"text\":\"a\"},\"answers\":[{\"poll_media\":{\"text\":\"b\"}}]}}|403|50013",
        "16|POST|/channels/CHANNEL/messages|{\"content\":\"a\",\"message_reference\":{\"message_id\":\"MESSAGE\"}}|403|160002",
        "16|POST|/channels/CHANNEL/messages|{\"content\":\"a\"}|200|0",
        "16|GET|/channels/CHANNEL/messages/MESSAGE||403|50013",
        "13|DELETE|/channels/CHANNEL/messages/MESSAGE||403|50013",
        "13|POST|/channels/CHANNEL/messages/bulk-delete|{\"messages\":[\"MESSAGE\",\"MESSAGE\"]}|403|50013",
        "51|PUT|/channels/CHANNEL/messages/pins/MESSAGE||403|50013",
        "6|PUT|/channels/CHANNEL/messages/MESSAGE/reactions/👍/@me||403|50013",
        "16|PUT|/channels/CHANNEL/messages/MESSAGE/reactions/👍/@me||403|50013",
        "13|DELETE|/channels/CHANNEL/messages/MESSAGE/reactions/👍/ADA||403|50013",
        "35|POST|/channels/CHANNEL/messages/MESSAGE/threads|{\"name\":\"a\"}|403|50013",
        "36|POST|/channels/CHANNEL/threads|{\"name\":\"a\",\"type\":12}|403|50013",
        "4|PATCH|/channels/CHANNEL|{\"name\":\"a\"}|403|50013",
        "4|DELETE|/channels/CHANNEL||403|50013",
        "20|POST|/channels/CHANNEL/messages|{\"content\":\"a\"}|200|0"
      })
  void refusesABotWithoutThePermission(
      int bit, String method, String path, String body, int status, int code) {
    String message = lab.say("ada", general, "hi").path("id").asText();
    overwrite(bot, 1, 0, 1L << bit);

    Http.Answer answer =
        lab.rest()
            .send(
                method,
                filled(path, message).replace("👍", "%F0%9F%91%8D"),
                filled(body == null ? "" : body, message));

    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    assertThat(answer.json().path("code").asInt(0)).isEqualTo(code);
  }

  private String filled(String text, String message) {
    return text.replace("CHANNEL", general)
        .replace("MESSAGE", message)
        .replace("ADA", lab.person("ada"));
  }

  private void overwrite(String id, int type, long allow, long deny) {
    ObjectNode body = Json.object();
    ObjectNode one = body.putArray("permission_overwrites").addObject();
    one.put("id", id).put("type", type);
    one.put("allow", Long.toString(allow)).put("deny", Long.toString(deny));
    Http.Answer answer = lab.control().send("PATCH", "/channels/" + general, body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/permission_overwrites/0/deny").asText())
        .isEqualTo(Long.toString(deny));
  }

  @Test
  void aBotBringsAManagedRole() {
    JsonNode roles = lab.rest().get("/guilds/" + guild() + "/roles").json();
    JsonNode own = roles.path(roles.size() - 1);

    assertThat(roles.findValuesAsText("name"))
        .containsExactly("@everyone", "Moderator", "Admin", "bot-1");
    assertThat(own.path("managed").asBoolean()).isTrue();
    assertThat(own.at("/tags/bot_id").asText()).isEqualTo(bot);
    assertThat(own.path("permissions").asText()).isEqualTo(EVERYTHING);
    assertThat(lab.rest().get("/guilds/" + guild() + "/members/" + bot).json().path("roles"))
        .containsExactly(own.path("id"));
    assertThat(lab.rest().get("/guilds/" + guild() + "/roles/5").json().path("code").asInt())
        .isEqualTo(10011);
  }

  @ParameterizedTest
  @CsvSource({"ada,true,true", "grace,false,true", "alan,false,false", "barbara,false,false"})
  void peopleDiffer(String name, boolean administers, boolean moderates) {
    long permissions = permissions(name);

    assertThat((permissions & 1L << 3) != 0).isEqualTo(administers);
    assertThat((permissions & 1L << 13) != 0).isEqualTo(moderates);
    assertThat((permissions & 1L << 11) != 0).isTrue();
  }

  private long permissions(String name) {
    for (JsonNode member : lab.guild().path("members")) {
      if (member.path("user_id").asText().equals(lab.person(name))) {
        return member.path("permissions").asLong();
      }
    }
    throw new AssertionError(name);
  }

  /** Who may take a bot's message away. */
  @ParameterizedTest
  @CsvSource({"ada,204", "grace,204", "alan,400"})
  void moderatorsDeleteWhatOthersWrote(String name, int status) {
    String path = "/channels/" + general + "/messages";
    String id = lab.rest().send("POST", path, "{\"content\":\"a\"}").json().path("id").asText();

    Http.Answer answer =
        lab.control()
            .send("DELETE", path + "/" + id, Json.object().put("user_id", lab.person(name)));

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void aRoleChangesWhatItsMembersMay() {
    String path = "/guilds/" + guild();
    ObjectNode form = Json.object().put("name", "Helper").put("permissions", "8192");
    String role = lab.control().send("POST", path + "/roles", form).json().path("id").asText();
    ObjectNode members = Json.object();
    members.putArray("roles").add(role);

    lab.control().send("PATCH", path + "/members/" + lab.person("alan"), members);
    assertThat((permissions("alan") & 8192) != 0).isTrue();

    lab.control().send("PATCH", path + "/roles/" + role, "{\"permissions\":\"0\"}");
    assertThat((permissions("alan") & 8192) != 0).isFalse();
  }

  @Test
  void aHiddenChannelIsHiddenFromPeopleButNotFromTheOwner() {
    overwrite(guild(), 0, 0, 1L << 10);

    assertThat(lab.say("alan", general, "a").at("/error/field").asText()).isEqualTo("user_id");
    assertThat(lab.say("ada", general, "a").path("id").asText()).isNotEmpty();
  }

  /** Content, what is allowed, and which of its role mentions count. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alan|<@&Moderator> and <@&bot-1>||2",
        "alan|<@&5>||0",
        "bot|<@&Moderator>||1",
        "bot|<@&Moderator>|{\"parse\":[]}|0",
        "bot|<@&Moderator>|{\"parse\":[\"roles\"]}|1",
        "bot|<@&Moderator>|{\"roles\":[\"Moderator\"]}|1"
      })
  void countsMentionsOfRoles(String author, String content, String allowed, int expected) {
    String text = content;
    String rules = allowed == null ? "" : allowed;
    for (JsonNode role : lab.guild().path("roles")) {
      text = text.replace(role.path("name").asText(), role.path("id").asText());
      rules = rules.replace(role.path("name").asText(), role.path("id").asText());
    }
    ObjectNode form = Json.object().put("content", text);
    Json.parse(rules.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .ifPresent(json -> form.set("allowed_mentions", json));

    JsonNode message =
        author.equals("bot")
            ? lab.rest().send("POST", "/channels/" + general + "/messages", form).json()
            : lab.say(author, general, text);

    assertThat(message.path("mention_roles")).hasSize(expected);
  }

  private String guild() {
    return lab.guild().path("id").asText();
  }
}
