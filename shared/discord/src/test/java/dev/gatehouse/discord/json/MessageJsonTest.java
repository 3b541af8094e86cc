package dev.gatehouse.discord.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals(Snowflake.of("1300000000000000001"), message.id());
    assertEquals(MessageType.REPLY, message.type());
    assertEquals("<@1000000000000000009> why does the build fail?", message.content());
    assertEquals(Instant.parse("2026-01-01T12:00:00.123Z"), message.timestamp());
    assertNull(message.editedTimestamp());
    assertNotNull(message.author());
    assertEquals("Ada", message.author().displayName());
    assertTrue(message.byPerson());
    assertTrue(message.mentions(Snowflake.of("1000000000000000009")));
    assertEquals(MessageFlags.HAS_THREAD, message.flags());
  }

  @Test
  void takesANumberAsNonce() {
    assertEquals("1300000000000000000", message.nonce());
  }

  @Test
  void readsWhatTheMessageIsMadeOf() {
    assertEquals("build.log", message.attachments().getFirst().filename());
    assertEquals("Stage", message.embeds().getFirst().fields().getFirst().name());
    assertTrue(message.reactions().getFirst().me());
    assertEquals("forwarded", message.messageSnapshots().getFirst().message().content());
    assertNotNull(message.referencedMessage());
    assertEquals("hi", message.referencedMessage().content());
    assertNotNull(message.thread());
    assertTrue(message.thread().type().isThread());
    var row = (ActionRow) message.components().getFirst();
    var stop = (Button) row.components().getFirst();
    assertEquals(ButtonStyle.DANGER, stop.style());
    assertEquals("stop:1", stop.customId());
  }

  @ParameterizedTest
  @MethodSource("optionalFields")
  void takesNullForAbsent(String field) {
    ObjectNode payload = Payloads.object("message");
    Message withNull = read(payload.putNull(field).toString());
    payload.remove(field);
    assertEquals(read(payload.toString()), withNull);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "channel_id"})
  void namesTheFieldThatAMessageCannotDoWithout(String field) {
    ObjectNode payload = Payloads.object("message");
    payload.remove(field);
    var refusal = assertThrows(MalformedPayloadException.class, () -> read(payload.toString()));
    assertTrue(refusal.getMessage().contains(field + " is required"), refusal.getMessage());
  }

  @Test
  void ignoresUnknownFieldsAndKeepsUnknownValues() {
    ObjectNode payload = Payloads.object("message").put("novelty", "yes").put("type", 4711);
    payload.put("flags", 1L << 40);
    Message read = read(payload.toString());
    assertEquals(new MessageType(4711), read.type());
    assertEquals(1L << 40, read.flags().bits());
  }

  @Test
  void leavesNullElementsOfListsOut() {
    ObjectNode payload = Payloads.object("message");
    payload.putArray("mention_roles").addNull().add("7");
    assertEquals(List.of(Snowflake.of(7)), read(payload.toString()).mentionRoles());
  }

  @Test
  void namesTheFaultyFieldAndDoesNotQuoteIt() {
    ObjectNode payload = Payloads.object("message");
    payload.withArray("/embeds/0/fields").addObject().putObject("name").put("secret", 1);
    var refusal = assertThrows(MalformedPayloadException.class, () -> read(payload.toString()));
    assertEquals("embeds[0].fields[1].name", refusal.field());
    assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"id\":", "[1,2", "not json", "null", "[]", "7"})
  void refusesWhatIsNoObject(String json) {
    assertThrows(MalformedPayloadException.class, () -> read(json));
  }

  @Test
  void writesWhatItReads() {
    byte[] written = DiscordJson.write(message);
    assertEquals(message, DiscordJson.read(written, Message.class));
  }

  @Test
  void readsAChannelOfAKindNotYetKnown() {
    String json = "{\"id\":\"1\",\"type\":99,\"name\":\"new\"}";

    assertEquals(new ChannelType(99), DiscordJson.read(json, Channel.class).type());
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
