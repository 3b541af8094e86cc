package dev.gatehouse.discord.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.json.DiscordJson;
import dev.gatehouse.discord.model.FileUpload;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.MessageQuery;
import dev.gatehouse.discord.model.PartialAttachment;
import dev.gatehouse.discord.model.Snowflake;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server, with the JDK's HTTP client in between. */
final class HttpExchangeTest {
  private static final Snowflake CHANNEL = Snowflake.of(2);

  private LoopbackServer server;
  private DiscordRest rest;

  @BeforeEach
  void start() throws Exception {
    server = LoopbackServer.start();
    URI url = URI.create(server.url() + "/api/v10/");
    rest =
        DiscordRest.create(
            DiscordRestConfig.of(Secret.of("bot-token")).withBaseUrl(url), System::nanoTime);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsAMessageAsJson() throws Exception {
    server.answer(200, Answers.MESSAGE);
    assertThat(rest.createMessage(CHANNEL, MessageCreate.text("h\u00e9")).content())
        .isEqualTo("hi");
    assertThat(server.line()).isEqualTo("POST /api/v10/channels/2/messages");
    assertThat(server.header("Content-Type")).isEqualTo("application/json");
    assertThat(server.header("Authorization")).isEqualTo("Bot bot-token");
    assertThat(json(server.body()).path("content").asText()).isEqualTo("h\u00e9");
  }

  @Test
  void readsMessagesBeforeOneOfThem() {
    server.answer(200, "[" + Answers.MESSAGE + "]");
    assertThat(rest.messages(CHANNEL, MessageQuery.before(Snowflake.of(9), 50)).size())
        .isEqualTo(1);
    assertThat(server.line()).isEqualTo("GET /api/v10/channels/2/messages?before=9&limit=50");
  }

  @Test
  void uploadsFilesBesideTheJson() throws Exception {
    server.answer(200, Answers.MESSAGE);
    byte[] bytes = {0, 13, 10, -1};
    var first = new FileUpload("a \"b\"\r\n.bin", "application/octet-stream", bytes);
    var second = new FileUpload("answer.md", "text/markdown; charset=utf-8", "# A".getBytes(UTF_8));
    rest.createMessage(CHANNEL, MessageCreate.text("see").withFiles(List.of(first, second)));

    var parts = MultipartReader.read(server.header("Content-Type"), server.body());
    assertThat(List.copyOf(parts.keySet()))
        .isEqualTo(List.of("payload_json", "files[0]", "files[1]"));
    JsonNode payload = json(parts.get("payload_json").bytes());
    assertThat(payload.path("content").asText()).isEqualTo("see");
    assertThat(payload.at("/attachments/0/id").asText()).isEqualTo("0");
    assertThat(payload.at("/attachments/1/filename").asText()).isEqualTo("answer.md");
    assertThat(parts.get("files[0]").bytes()).isEqualTo(bytes);
    assertThat(parts.get("files[0]").head().contains("filename=\"a %22b%22%0D%0A.bin\"")).isTrue();
    assertThat(parts.get("files[1]").head().contains("text/markdown; charset=utf-8")).isTrue();
  }

  @Test
  void keepsTheAttachmentsThatAnEditLists() throws Exception {
    server.answer(200, Answers.MESSAGE);
    var edit =
        MessageEdit.text("more")
            .keeping(List.of(PartialAttachment.keep(Snowflake.of(77))))
            .withFiles(List.of(new FileUpload("b.txt", "text/plain", new byte[] {'b'})));
    rest.editMessage(CHANNEL, Snowflake.of(1), edit);
    var parts = MultipartReader.read(server.header("Content-Type"), server.body());
    JsonNode attachments = json(parts.get("payload_json").bytes()).path("attachments");
    assertThat(attachments.findValuesAsText("id")).isEqualTo(List.of("77", "0"));
    assertThat(server.line()).isEqualTo("PATCH /api/v10/channels/2/messages/1");
  }

  @Test
  void copesWithAnAnswerWithoutContent() {
    server.answer(204, "");
    rest.deleteMessage(CHANNEL, Snowflake.of(1));
    assertThat(server.line()).isEqualTo("DELETE /api/v10/channels/2/messages/1");
  }

  @Test
  void saysSoWhenNobodyAnswers() {
    server.stop();
    var config = DiscordRestConfig.of(Secret.of("t")).withBaseUrl(URI.create(server.url()));
    var failing = DiscordRest.create(config, new HttpExchange(config), new FakeTime());
    assertThatThrownBy(failing::currentUser).isInstanceOf(DiscordConnectionException.class);
  }

  private static JsonNode json(byte[] bytes) throws Exception {
    return DiscordJson.mapper().readTree(bytes);
  }
}
