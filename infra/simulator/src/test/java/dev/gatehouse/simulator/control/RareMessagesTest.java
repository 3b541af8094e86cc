package dev.gatehouse.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sends beside text, as a bot reads it. */
final class RareMessagesTest {
  private final SimulatorFixture lab = SimulatorFixture.open();
  private final String general = lab.channel("general");

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"stickers\":[\"Wave\"]|/sticker_items/0/name|Wave",
        "\"poll\":{\"question\":{\"text\":\"Tea?\"},\"answers\":[{\"poll_media\":{\"text\":\"Yes\"}}]}|/poll/question/text|Tea?",
        "\"poll\":{\"question\":{\"text\":\"Tea?\"},\"answers\":[{\"poll_media\":{\"text\":\"Yes\"}}]}|/poll/answers/0/answer_id|1",
        "\"voice\":true,\"attachments\":[{\"filename\":\"voice.ogg\",\"content_base64\":\"AAAA\",\"duration_secs\":2.5}]|/attachments/0/duration_secs|2.5",
        "\"voice\":true,\"attachments\":[{\"filename\":\"voice.ogg\",\"content_base64\":\"AAAA\"}]|/flags|8192",
        "\"forward\":\"MESSAGE\"|/message_snapshots/0/message/content|original",
        "\"forward\":\"MESSAGE\"|/message_reference/type|1",
        "\"forward\":\"MESSAGE\"|/flags|16384",
        "\"forward\":\"MESSAGE\",\"content\":\"look\"|/content|look",
        "\"reply_to\":\"MESSAGE\",\"content\":\"a\"|/mentions/0/username|grace",
        "\"reply_to\":\"MESSAGE\",\"content\":\"a\",\"ping\":false|/mentions/0/username|",
        "\"reply_to\":\"MESSAGE\",\"content\":\"a\",\"ping\":false|/referenced_message/content|original"
      })
  void areThereForABot(String fields, String pointer, String expected) {
    String original = lab.say("grace", lab.channel("dev"), "original").path("id").asText();
    String here = lab.say("grace", general, "original").path("id").asText();
    String target = fields.contains("reply_to") ? here : original;
    String body =
        "{\"user_id\":\"" + lab.person("ada") + "\"," + fields.replace("MESSAGE", target) + "}";
    String path = "/channels/" + general + "/messages";

    JsonNode sent =
        lab.control()
            .send("POST", path, Json.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow())
            .json();
    JsonNode read = lab.rest().get(path + "/" + sent.path("id").asText()).json();

    assertThat(read.at(pointer).asText())
        .as(sent.toString())
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aForwardKeepsWhatItsMessageSaid() {
    String dev = lab.channel("dev");
    JsonNode original = lab.say("ada", dev, "before");
    String path = "/channels/" + general + "/messages";
    String ada = lab.person("ada");
    String sent =
        lab.control()
            .send(
                "POST",
                path,
                Json.object().put("user_id", ada).put("forward", original.path("id").asText()))
            .json()
            .path("id")
            .asText();

    lab.control()
        .send(
            "PATCH",
            "/channels/" + dev + "/messages/" + original.path("id").asText(),
            Json.object().put("user_id", ada).put("content", "after"));

    assertThat(lab.rest().get(path + "/" + sent).json().at("/message_snapshots/0/message/content"))
        .hasToString("\"before\"");
  }
}
