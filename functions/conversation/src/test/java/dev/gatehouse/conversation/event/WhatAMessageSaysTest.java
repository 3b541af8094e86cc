package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.chat.platform.AttachedFiles.Fetched;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.conversation.testing.ConversationFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The question that reaches the model, of each message in {@code resources/questions}: a payload as
 * the gateway sends it, the files that lie where it says, and either the lines of the prompt with
 * the notice below the answer, or what is answered at once.
 */
final class WhatAMessageSaysTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("src/test/resources/questions");

  @TestFactory
  Stream<DynamicTest> theQuestionHoldsWhatTheMessageSays() throws IOException {
    List<Path> cases;
    try (Stream<Path> files = Files.list(CASES)) {
      cases = files.sorted().toList();
    }
    assertThat(cases).hasSizeGreaterThan(30);
    return cases.stream()
        .map(file ->
            DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(read(file))));
  }

  private static void check(JsonNode row) {
    ConversationFixture conversation = new ConversationFixture();
    row.path("files")
        .properties()
        .forEach(file -> conversation.discord.file(file.getKey(), file(file.getValue())));

    conversation.receive(body(conversation, row));

    if (row.has("prompt")) {
      assertThat(conversation.queued())
          .as(row.path("about").asText() + " Said: " + conversation.replies.texts())
          .hasSize(1);
      TurnRequested turn = conversation.queued().getFirst();
      assertThat(turn.prompt()).isEqualTo(String.join("\n", lines(row.path("prompt"))));
      assertThat(turn.notice()).isEqualTo(row.path("notice").asText());
      assertThat(conversation.history.recent(turn.conversation(), 10))
          .extracting(Entry::text)
          .containsExactly(turn.prompt());
    } else {
      assertThat(conversation.queued()).isEmpty();
    }
    if (row.has("answer")) {
      assertThat(conversation.replies.only().text()).startsWith(row.path("answer").asText());
    } else {
      assertThat(conversation.replies.texts()).isEmpty();
    }
  }

  private static String body(ConversationFixture conversation, JsonNode row) {
    JsonNode payload = row.path("payload");
    String ourRole = text(row, "our_role");
    return MessageCodec.encode(
        new GatewayEvent(
            QueueMessage.VERSION,
            new Platform("discord"),
            "session",
            1,
            Shard.ONLY,
            "MESSAGE_CREATE",
            text(payload, "guild_id"),
            text(payload, "channel_id"),
            false,
            ourRole != null,
            ourRole,
            conversation.clock.instant(),
            new Payload.Inline(new RawJson(payload.toString()))));
  }

  private static Fetched file(JsonNode file) {
    if (file.has("base64")) {
      return new Fetched.Bytes(Base64.getDecoder().decode(file.path("base64").asText()), false);
    }
    String text =
        file.has("repeat")
            ? file.path("repeat").asText().repeat(file.path("times").asInt())
            : file.path("text").asText();
    return new Fetched.Bytes(text.getBytes(StandardCharsets.UTF_8), false);
  }

  private static List<String> lines(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static @Nullable String text(JsonNode object, String field) {
    return object.hasNonNull(field) ? object.path(field).asText() : null;
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }
}
