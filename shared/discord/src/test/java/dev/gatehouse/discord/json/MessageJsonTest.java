package dev.gatehouse.discord.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.discord.model.ActionRow;
import dev.gatehouse.discord.model.Button;
import dev.gatehouse.discord.model.ButtonStyle;
import dev.gatehouse.discord.model.Channel;
import dev.gatehouse.discord.model.ChannelType;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageFlags;
import dev.gatehouse.discord.model.MessageType;
import dev.gatehouse.discord.model.Snowflake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageJsonTest {
  private static final Set<String> REQUIRED = Set.of("id", "channel_id");

  private final Message message = DiscordJson.read(Payloads.bytes("message"), Message.class);

  @Test
  void readsWhoWroteWhatAndWhen() {
    assertThat(message.id()).isEqualTo(Snowflake.of("1300000000000000001"));
    assertThat(message.type()).isEqualTo(MessageType.REPLY);
    assertThat(message.content()).isEqualTo("<@1000000000000000009> why does the build fail?");
    assertThat(message.timestamp()).isEqualTo(Instant.parse("2026-01-01T12:00:00.123Z"));
    assertThat(message.editedTimestamp()).isNull();
    assertThat(message.author()).isNotNull();
    assertThat(message.author().displayName()).isEqualTo("Ada");
    assertThat(message.byPerson()).isTrue();
    assertThat(message.mentions(Snowflake.of("1000000000000000009"))).isTrue();
    assertThat(message.flags()).isEqualTo(MessageFlags.HAS_THREAD);
  }

  @Test
  void takesANumberAsNonce() {
    assertThat(message.nonce()).isEqualTo("1300000000000000000");
  }

  @Test
  void readsWhatTheMessageIsMadeOf() {
    assertThat(message.attachments().getFirst().filename()).isEqualTo("build.log");
    assertThat(message.embeds().getFirst().fields().getFirst().name()).isEqualTo("Stage");
    assertThat(message.reactions().getFirst().me()).isTrue();
    assertThat(message.messageSnapshots().getFirst().message().content()).isEqualTo("forwarded");
    assertThat(message.referencedMessage()).isNotNull();
    assertThat(message.referencedMessage().content()).isEqualTo("hi");
    assertThat(message.thread()).isNotNull();
    assertThat(message.thread().type().isThread()).isTrue();
    var row = (ActionRow) message.components().getFirst();
    var stop = (Button) row.components().getFirst();
    assertThat(stop.style()).isEqualTo(ButtonStyle.DANGER);
    assertThat(stop.customId()).isEqualTo("stop:1");
  }

  @ParameterizedTest
  @MethodSource("optionalFields")
  void takesNullForAbsent(String field) {
    ObjectNode payload = Payloads.object("message");
    Message withNull = read(payload.putNull(field).toString());
    payload.remove(field);
    assertThat(withNull).isEqualTo(read(payload.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "channel_id"})
  void namesTheFieldThatAMessageCannotDoWithout(String field) {
    ObjectNode payload = Payloads.object("message");
    payload.remove(field);
    var refusal =
        assertThatExceptionOfType(MalformedPayloadException.class)
            .isThrownBy(() -> read(payload.toString()))
            .actual();
    assertThat(refusal.getMessage()).contains(field + " is required");
  }

  @Test
  void ignoresUnknownFieldsAndKeepsUnknownValues() {
    ObjectNode payload = Payloads.object("message").put("novelty", "yes").put("type", 4711);
    payload.put("flags", 1L << 40);
    Message read = read(payload.toString());
    assertThat(read.type()).isEqualTo(new MessageType(4711));
    assertThat(read.flags().bits()).isEqualTo(1L << 40);
  }

  @Test
  void leavesNullElementsOfListsOut() {
    ObjectNode payload = Payloads.object("message");
    payload.putArray("mention_roles").addNull().add("7");
    assertThat(read(payload.toString()).mentionRoles()).isEqualTo(List.of(Snowflake.of(7)));
  }

  @Test
  void namesTheFaultyFieldAndDoesNotQuoteIt() {
    ObjectNode payload = Payloads.object("message");
    payload.putObject("id").put("secret", 1);
    var refusal =
        assertThatExceptionOfType(MalformedPayloadException.class)
            .isThrownBy(() -> read(payload.toString()))
            .actual();
    assertThat(refusal.getMessage()).contains("id").doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"id\":", "[1,2", "not json", "null", "[]", "7"})
  void refusesWhatIsNoObject(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void writesWhatItReads() {
    byte[] written = DiscordJson.write(message);
    assertThat(DiscordJson.read(written, Message.class)).isEqualTo(message);
  }

  @Test
  void readsAChannelOfAKindNotYetKnown() {
    String json = "{\"id\":\"1\",\"type\":99,\"name\":\"new\"}";

    assertThat(DiscordJson.read(json, Channel.class).type()).isEqualTo(new ChannelType(99));
  }

  static Stream<String> optionalFields() {
    return Payloads.object("message").properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !REQUIRED.contains(field));
  }

  private static Message read(String json) {
    return DiscordJson.read(json, Message.class);
  }
}
