package dev.gatehouse.discord.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.json.DiscordJson;
import dev.gatehouse.discord.model.AttachmentRef;
import dev.gatehouse.discord.model.FileUpload;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.MessageQuery;
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
    rest = DiscordRest.create(DiscordRestConfig.of(Secret.of("bot-token")).withBaseUrl(url));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsAMessageAsJson() throws Exception {
    server.answer(200, Answers.MESSAGE);
    assertEquals("hi", rest.createMessage(CHANNEL, MessageCreate.text("h\u00e9")).content());
    assertEquals("POST /api/v10/channels/2/messages", server.line());
    assertEquals("application/json", server.header("Content-Type"));
    assertEquals("Bot bot-token", server.header("Authorization"));
    assertEquals("h\u00e9", json(server.body()).path("content").asText());
  }

  @Test
  void readsMessagesBeforeOneOfThem() {
    server.answer(200, "[" + Answers.MESSAGE + "]");
    assertEquals(1, rest.messages(CHANNEL, MessageQuery.before(Snowflake.of(9), 50)).size());
    assertEquals("GET /api/v10/channels/2/messages?before=9&limit=50", server.line());
  }

  @Test
  void uploadsFilesBesideTheJson() throws Exception {
    server.answer(200, Answers.MESSAGE);
    byte[] bytes = {0, 13, 10, -1};
    var first = new FileUpload("a \"b\"\r\n.bin", "application/octet-stream", bytes);
    var second = new FileUpload("answer.md", "text/markdown; charset=utf-8", "# A".getBytes(UTF_8));
    rest.createMessage(CHANNEL, MessageCreate.text("see").withFiles(List.of(first, second)));

    var parts = MultipartReader.read(server.header("Content-Type"), server.body());
    assertEquals(List.of("payload_json", "files[0]", "files[1]"), List.copyOf(parts.keySet()));
    JsonNode payload = json(parts.get("payload_json").bytes());
    assertEquals("see", payload.path("content").asText());
    assertEquals("0", payload.at("/attachments/0/id").asText());
    assertEquals("answer.md", payload.at("/attachments/1/filename").asText());
    assertArrayEquals(bytes, parts.get("files[0]").bytes());
    assertTrue(parts.get("files[0]").head().contains("filename=\"a %22b%22%0D%0A.bin\""));
    assertTrue(parts.get("files[1]").head().contains("text/markdown; charset=utf-8"));
  }

  @Test
  void keepsTheAttachmentsThatAnEditLists() throws Exception {
    server.answer(200, Answers.MESSAGE);
    var edit =
        MessageEdit.text("more")
            .keeping(List.of(AttachmentRef.keep(Snowflake.of(77))))
            .withFiles(List.of(new FileUpload("b.txt", "text/plain", new byte[] {'b'})));
    rest.editMessage(CHANNEL, Snowflake.of(1), edit);
    var parts = MultipartReader.read(server.header("Content-Type"), server.body());
    JsonNode attachments = json(parts.get("payload_json").bytes()).path("attachments");
    assertEquals(List.of("77", "0"), attachments.findValuesAsText("id"));
    assertEquals("PATCH /api/v10/channels/2/messages/1", server.line());
  }

  @Test
  void copesWithAnAnswerWithoutContent() {
    server.answer(204, "");
    rest.deleteMessage(CHANNEL, Snowflake.of(1));
    assertEquals("DELETE /api/v10/channels/2/messages/1", server.line());
  }

  @Test
  void saysSoWhenNobodyAnswers() {
    server.stop();
    var config = DiscordRestConfig.of(Secret.of("t")).withBaseUrl(URI.create(server.url()));
    var failing = DiscordRest.create(config, new HttpExchange(config), new FakeTime());
    assertThrows(DiscordConnectionException.class, failing::currentUser);
  }

  private static JsonNode json(byte[] bytes) throws Exception {
    return DiscordJson.mapper().readTree(bytes);
  }
}
