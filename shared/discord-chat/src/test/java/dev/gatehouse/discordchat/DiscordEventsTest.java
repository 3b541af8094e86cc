package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.discord.json.MalformedPayloadException;
import dev.gatehouse.discord.model.Snowflake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiscordEventsTest {
  private final DiscordEvents events = new DiscordEvents(Snowflake.of("900"));

  @Test
  void aMessageInAServer() {
    assertThat(
            read(
                """
                "guild_id":"50","type":0,"content":" <@900> see <@!8>: why? ",
                "mentions":[{"id":"900","username":"gatehouse"},{"id":"8","username":"bob"}],
                "member":{"nick":"Countess","roles":[]}
                """))
        .isEqualTo(
            new IncomingMessage(
                new ConversationId(new Platform("discord"), "100"),
                "1001",
                new Author("7", "Countess", Author.Kind.PERSON),
                "see @bob: why?",
                false,
                true,
                false,
                true,
                List.of(),
                Instant.parse("2026-01-01T10:00:00Z")));
  }

  @Test
  void aMessageOutsideAServerIsDirect() {
    IncomingMessage message = read("\"content\":\"hi\"");

    assertThat(message.direct()).isTrue();
    assertThat(message.author().name()).isEqualTo("Ada");
  }

  @Test
  void aReplyToUs() {
    IncomingMessage message = read(reply(19, "900"));

    assertThat(message.repliesToUs()).isTrue();
    assertThat(message.addressesOthers()).isFalse();
  }

  @Test
  void aReplyToSomebodyElse() {
    IncomingMessage message = read(reply(19, "8"));

    assertThat(message.repliesToUs()).isFalse();
    assertThat(message.addressesOthers()).isTrue();
  }

  @Test
  void aReplyToADeletedMessageIsAMessage() {
    IncomingMessage message = read("\"type\":19,\"referenced_message\":null,\"content\":\"hi\"");

    assertThat(message.repliesToUs()).isFalse();
    assertThat(message.addressesOthers()).isFalse();
  }

  @Test
  void webhooksAndBotsAreMachines() {
    assertThat(read("\"webhook_id\":\"7\",\"content\":\"hi\"").author().kind())
        .isEqualTo(Author.Kind.MACHINE);
    assertThat(kind("{\"id\":\"7\",\"username\":\"bot\",\"bot\":true}"))
        .isEqualTo(Author.Kind.MACHINE);
    assertThat(kind("{\"id\":\"7\",\"username\":\"Discord\",\"system\":true}"))
        .isEqualTo(Author.Kind.MACHINE);
    assertThat(kind("{\"id\":\"900\",\"username\":\"gatehouse\",\"bot\":true}"))
        .isEqualTo(Author.Kind.OURSELVES);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 18, 21, 99})
  void noticesAreNotMessages(int type) {
    assertThat(events.message(message("\"type\":" + type + ",\"content\":\"\""), Optional.empty()))
        .isEmpty();
  }

  @Test
  void aMalformedMessageNamesItsField() {
    assertThatThrownBy(() -> read("\"id\":\"nobody\""))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessageContaining("id is required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"mentions\":\"nobody\"",
        "\"attachments\":[{\"id\":\"1\",\"filename\":\"a.txt\"}]",
        "\"embeds\":[{\"fields\":[{\"name\":{}}]}]",
        "\"components\":[{\"type\":10},{\"type\":\"x\"}]",
        "\"timestamp\":\"yesterday\"",
        "\"message_snapshots\":[{}]",
        "\"referenced_message\":{\"id\":\"1\"}",
        "\"poll\":{\"question\":7}",
        "\"flags\":1e40",
        "\"guild_id\":{}"
      })
  void anOddFieldIsNoReasonToMissTheQuestion(String odd) {
    IncomingMessage message = read("\"content\":\"hi\",\"member\":{\"nick\":\"Countess\"}," + odd);

    assertThat(message.text()).isEqualTo("hi");
    assertThat(message.direct()).isFalse();
    assertThat(message.author().name()).isEqualTo("Countess");
  }

  @Test
  void aSlashCommand() {
    assertThat(
            call(
                2,
                """
                {"id":"1","name":"roll","type":1,"options":[
                {"name":"sides","type":4,"value":6},{"name":"loud","type":5,"value":true}]}
                """))
        .contains(
            new ChatInteraction(
                caller(false),
                new Content.CommandCall("roll", Map.of("sides", "6", "loud", "true"))));
  }

  @Test
  void aButton() {
    assertThat(call(3, "{\"custom_id\":\"stop:m1\",\"component_type\":2}"))
        .contains(new ChatInteraction(caller(false), new Content.PressedButton("stop:m1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8192", "8", "2251799813693440"})
  void whoManagesMessagesModerates(String permissions) {
    String press = "{\"custom_id\":\"x\",\"component_type\":2}";

    assertThat(call(3, press, permissions))
        .contains(new ChatInteraction(caller(true), new Content.PressedButton("x")));
  }

  @Test
  void aFormWithItsInputsInRowsAndLabels() {
    assertThat(
            call(
                5,
                """
                {"custom_id":"report","components":[
                {"type":1,"components":[{"type":4,"custom_id":"title","value":"Red"}]},
                {"type":18,"component":{"type":4,"custom_id":"text","value":"It is red"}}]}
                """))
        .contains(
            new ChatInteraction(
                caller(false),
                new Content.SubmittedForm("report", Map.of("title", "Red", "text", "It is red"))));
  }

  @Test
  void aNewKindIsUnknown() {
    assertThat(call(42, "{\"anything\":1}")).isEmpty();
  }

  private IncomingMessage read(String fields) {
    return events.message(message(fields), Optional.empty()).orElseThrow();
  }

  private Author.Kind kind(String author) {
    RawJson json =
        new RawJson(
            "{\"id\":\"1001\",\"channel_id\":\"100\",\"content\":\"hi\",\"author\":"
                + author
                + "}");
    return events.message(json, Optional.empty()).orElseThrow().author().kind();
  }

  private static RawJson message(String fields) {
    return new RawJson(
        """
        {"id":"1001","channel_id":"100","timestamp":"2026-01-01T10:00:00.000000+00:00",
        "author":{"id":"7","username":"ada","global_name":"Ada"},%s}
        """
            .formatted(fields));
  }

  private static String reply(int type, String author) {
    return """
    "guild_id":"50","type":%d,"content":"hi","message_reference":{"message_id":"1000"},
    "referenced_message":{"id":"1000","channel_id":"100","content":"",
    "author":{"id":"%s","username":"x"}}
    """
        .formatted(type, author);
  }

  private static Caller caller(boolean moderates) {
    return new Caller(new Author("7", "Countess", Author.Kind.PERSON), moderates);
  }

  private static Optional<ChatInteraction> call(int type, String data) {
    return call(type, data, "2048");
  }

  private static Optional<ChatInteraction> call(int type, String data, String permissions) {
    return DiscordEvents.interaction(
        new RawJson(
            """
            {"id":"2001","application_id":"800","type":%d,"token":"secret","version":1,
            "guild_id":"50","channel_id":"100","data":%s,
            "member":{"user":{"id":"7","username":"ada"},"nick":"Countess","roles":[],
            "permissions":"%s"}}
            """
                .formatted(type, data, permissions)));
  }
}
