package dev.gatehouse.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.Http;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageValidationTest {
  private final SimulatorFixture lab = SimulatorFixture.open();
  private final Http rest = lab.rest();
  private final String channel = channel();

  private String channel() {
    rest.get("/users/@me");
    return "/channels/" + lab.channel("general");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"content\":\"%s\"}|content|BASE_TYPE_MAX_LENGTH",
        "{\"embeds\":[{\"title\":\"%s\"}]}|embeds.0.title|BASE_TYPE_MAX_LENGTH",
        "{\"embeds\":[{}]}|embeds.0.description|BASE_TYPE_REQUIRED",
        "{\"embeds\":[{\"fields\":[{\"name\":\"a\"}]}]}|embeds.0.fields.0.value|BASE_TYPE_REQUIRED",
        "{\"components\":[{\"type\":2}]}|components.0.type|BASE_TYPE_CHOICES",
        "{\"components\":[{\"type\":1,\"components\":[]}]}|components.0.components|BASE_TYPE_BAD_LENGTH",
        "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"a\"}]}]}|components.0.components.0.custom_id|BASE_TYPE_REQUIRED",
        "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":5,\"label\":\"a\",\"url\":\"javascript:x\"}]}]}|components.0.components.0.url|URL_TYPE_INVALID_SCHEME",
        "{\"content\":\"a\",\"flags\":32768}|content|MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        "{\"content\":\"a\",\"message_reference\":{\"message_id\":\"5\"}}|message_reference|REPLIES_UNKNOWN_MESSAGE",
        "{\"content\":\"a\",\"nonce\":\"abcdefghijklmnopqrstuvwxyz\"}|nonce|BASE_TYPE_MAX_LENGTH"
      })
  void namesTheFieldThatBreaksARule(String body, String path, String code) {
    Http.Answer answer = rest.post(channel + "/messages", body.replace("%s", "x".repeat(2001)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asInt()).isEqualTo(50035);
    JsonNode at = answer.json().path("errors");
    for (String step : path.split("\\.")) {
      at = at.path(step);
    }
    assertThat(at.path("_errors").path(0).path("code").asText())
        .as(answer.json().toString())
        .isEqualTo(code);
  }

  @Test
  void countsTheTextOfAllEmbedsTogether() {
    String embed = "{\"description\":\"" + "x".repeat(3001) + "\"}";

    Http.Answer answer =
        rest.post(channel + "/messages", "{\"embeds\":[" + embed + "," + embed + "]}");

    String code = answer.json().at("/errors/embeds/_errors/0/code").asText();
    assertThat(code).isEqualTo("MAX_EMBED_SIZE_EXCEEDED");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /channels/5/messages, 404, 10003",
    "GET, CHANNEL/messages/5, 404, 10008",
    "GET, /guilds/5, 404, 10004",
    "GET, /users/5, 404, 10013",
    "GET, /nothing/here, 404, 0",
    "PUT, CHANNEL/messages, 405, 0",
    "GET, /channels/abc, 400, 50035"
  })
  void refusesWhatIsNotThere(String method, String path, int status, int code) {
    Http.Answer answer = rest.send(method, path.replace("CHANNEL", channel), "{\"content\":\"a\"}");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asInt()).isEqualTo(code);
  }

  @Test
  void refusesAnEmptyMessageAndTextThatIsNotJson() {
    assertThat(code(rest.post(channel + "/messages", "{\"content\":\" \"}"))).isEqualTo(50006);
    assertThat(code(rest.post(channel + "/messages", "{\"content\""))).isEqualTo(50109);
  }

  @Test
  void refusesACallerWithoutToken() {
    Http.Answer answer = lab.rest("").get("/users/@me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().toString())
        .isEqualTo("{\"message\":\"401: Unauthorized\",\"code\":0}");
  }

  @Test
  void refusesTheEditOfAnothersMessage() {
    String message = lab.say("ada", lab.channel("general"), "mine").path("id").asText();

    Http.Answer answer =
        rest.send("PATCH", channel + "/messages/" + message, "{\"content\":\"yours\"}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(code(answer)).isEqualTo(50005);
  }

  @Test
  void keepsDirectMessagesFromOtherBots() {
    String open = "{\"recipient_id\":\"" + lab.person("ada") + "\"}";
    String direct = rest.post("/users/@me/channels", open).json().path("id").asText();

    assertThat(rest.get("/channels/" + direct).status()).isEqualTo(200);
    assertThat(code(lab.rest("another").get("/channels/" + direct))).isEqualTo(50001);
  }

  @Test
  void sendsOnceWhatHasTheSameEnforcedNonce() {
    String body = "{\"content\":\"a\",\"nonce\":\"n1\",\"enforce_nonce\":true}";

    String first = rest.post(channel + "/messages", body).json().path("id").asText();
    String second = rest.post(channel + "/messages", body).json().path("id").asText();

    assertThat(second).isEqualTo(first);
    assertThat(rest.get(channel + "/messages").json().size()).isEqualTo(1);
  }

  @Test
  void servesTheFilesOfAMultipartMessage() {
    String form =
        """
        --b\r
        Content-Disposition: form-data; name="payload_json"\r
        Content-Type: application/json\r
        \r
        {"content":"see","attachments":[{"id":0,"description":"a log"}]}\r
        --b\r
        Content-Disposition: form-data; name="files[0]"; filename="build.log"\r
        Content-Type: text/plain\r
        \r
        failed\r
        --b--\r
        """;

    Http.Answer answer =
        rest.send(
            "POST",
            channel + "/messages",
            "multipart/form-data; boundary=b",
            form.getBytes(StandardCharsets.UTF_8));

    JsonNode file = answer.json().path("attachments").path(0);
    assertThat(file.path("filename").asText()).isEqualTo("build.log");
    assertThat(file.path("description").asText()).isEqualTo("a log");
    assertThat(file.path("size").asInt()).isEqualTo(6);
    byte[] served = new Http(file.path("url").asText(), "").get("").body();
    assertThat(served).isEqualTo("failed".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void dropsTheAttachmentsThatAnEditDoesNotList() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n";
    String id =
        rest.send(
                "POST",
                channel + "/messages",
                "multipart/form-data; boundary=b",
                form.getBytes(StandardCharsets.UTF_8))
            .json()
            .path("id")
            .asText();

    JsonNode edited =
        rest.send("PATCH", channel + "/messages/" + id, "{\"content\":\"gone\",\"attachments\":[]}")
            .json();

    assertThat(edited.path("attachments").isEmpty()).isTrue();
    assertThat(edited.path("content").asText()).isEqualTo("gone");
    assertThat(edited.path("edited_timestamp").isTextual()).isTrue();
  }

  @Test
  void showsWhatAReplyAnswersAndMentionsItsAuthor() {
    String target = lab.say("ada", lab.channel("general"), "question").path("id").asText();

    JsonNode reply =
        rest.send(
                "POST",
                channel + "/messages",
                Json.object()
                    .put("content", "answer")
                    .set("message_reference", Json.object().put("message_id", target)))
            .json();

    assertThat(reply.path("type").asInt()).isEqualTo(19);
    assertThat(reply.at("/referenced_message/content").asText()).isEqualTo("question");
    assertThat(reply.at("/mentions/0/username").asText()).isEqualTo("ada");
  }

  @Test
  void opensOneThreadBelowAMessage() {
    String message = lab.say("ada", lab.channel("general"), "why?").path("id").asText();
    String path = channel + "/messages/" + message + "/threads";

    Http.Answer first = rest.post(path, "{\"name\":\"Why\"}");
    Http.Answer second = rest.post(path, "{\"name\":\"Why\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.json().path("id").asText()).isEqualTo(message);
    assertThat(code(second)).isEqualTo(160004);
    assertThat(rest.post("/channels/" + message + "/messages", "{\"content\":\"in it\"}").status())
        .isEqualTo(200);
  }

  @Test
  void listsPinsAndReactions() {
    String message = lab.say("ada", lab.channel("general"), "note").path("id").asText();

    rest.send("PUT", channel + "/messages/pins/" + message, "");
    rest.send("PUT", channel + "/messages/" + message + "/reactions/%F0%9F%91%8D/@me", "");

    JsonNode pins = rest.get(channel + "/messages/pins").json();
    assertThat(pins.at("/items/0/message/id").asText()).isEqualTo(message);
    assertThat(pins.at("/items/0/message/reactions/0/emoji/name").asText()).isEqualTo("👍");
  }

  private static int code(Http.Answer answer) {
    return answer.json().path("code").asInt();
  }
}
