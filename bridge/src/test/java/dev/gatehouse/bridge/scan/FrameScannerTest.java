package dev.gatehouse.bridge.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScannerTest {
  private static final String MESSAGE =
      """
      {"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"id":"9","guild_id":"11","channel_id":"12",
      "author":{"username":"a\\"b","id":"13","bot":true},
      "mentions":[{"id":"7"},{"id":"8","member":{"id":"99"}}],"content":"}]\\\\\\"{ \\u0022"}}\
      """;

  private final FrameScanner scanner = new FrameScanner();

  private Scan scan(String json) throws MalformedFrameException {
    byte[] bytes = ("xx" + json + "yy").getBytes(StandardCharsets.UTF_8);
    return scanner.scan(bytes, 2, bytes.length - 2);
  }

  private String data(String json) throws MalformedFrameException {
    Scan scan = scan(json);
    byte[] bytes = ("xx" + json).getBytes(StandardCharsets.UTF_8);
    return new String(
        bytes, scan.dataStart(), scan.dataEnd() - scan.dataStart(), StandardCharsets.UTF_8);
  }

  @Test
  void findsWhatRoutesAMessage() throws MalformedFrameException {
    Scan scan = scan(MESSAGE);

    assertEquals(0, scan.opcode());
    assertEquals(42, scan.sequence());
    assertEquals("MESSAGE_CREATE", scan.event().text());
    assertEquals(11, scan.guildId());
    assertEquals(12, scan.channelId());
    assertEquals(13, scan.actorId());
    assertTrue(scan.authorIsBot());
  }

  @Test
  void findsTheEndOfAPayloadFullOfBracketsAndQuotes() throws MalformedFrameException {
    assertEquals(
        MESSAGE.substring(MESSAGE.indexOf("{\"id\""), MESSAGE.length() - 1), data(MESSAGE));
  }

  @Test
  void knowsWhetherWeAreMentioned() throws MalformedFrameException {
    assertFalse(scan(MESSAGE).mentionsUs());
    scanner.ourId(8);
    assertTrue(scan(MESSAGE).mentionsUs());
    scanner.ourId(99);
    assertFalse(scan(MESSAGE).mentionsUs(), "only users count, not what lies inside them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"d\":{\"channel_id\":\"5\"},\"op\":0,\"s\":3,\"t\":\"TYPING_START\"}",
        "{\"op\":0,\"d\":{\"channel_id\":\"5\"},\"t\":\"TYPING_START\",\"s\":3,\"x\":[{}]}",
        " { \"t\" : \"TYPING_START\" , \"s\" : 3 , \"op\" : 0 , \"d\" : { \"channel_id\" : \"5\" }"
            + " } ",
        "{\"\\u0074\":\"TYPING\\u005fSTART\",\"s\":3,\"op\":0,\"d\":{\"channel\\u005fid\":\"\\u0035\"}}",
        "{\"t\":\"OTHER\",\"t\":\"TYPING_START\",\"s\":1,\"s\":3,\"op\":1,\"op\":0,"
            + "\"d\":{\"channel_id\":\"4\"},\"d\":{\"channel_id\":\"4\",\"channel_id\":\"5\"}}"
      })
  void takesKeysInAnyOrderAndForm(String json) throws MalformedFrameException {
    Scan scan = scan(json);

    assertEquals("TYPING_START", scan.event().text());
    assertEquals(3, scan.sequence());
    assertEquals(0, scan.opcode());
    assertEquals(5, scan.channelId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHANNEL_CREATE", "THREAD_UPDATE", "THREAD_MEMBERS_UPDATE"})
  void takesTheIdOfAChannelEventForTheChannel(String name) throws MalformedFrameException {
    Scan scan =
        scan("{\"op\":0,\"s\":1,\"d\":{\"id\":\"5\",\"guild_id\":\"6\"},\"t\":\"" + name + "\"}");

    assertEquals(5, scan.channelId());
    assertEquals(6, scan.guildId());
  }

  @Test
  void takesTheIdOfAGuildEventForTheGuild() throws MalformedFrameException {
    Scan scan = scan("{\"op\":0,\"s\":1,\"t\":\"GUILD_CREATE\",\"d\":{\"id\":\"5\"}}");

    assertEquals(5, scan.guildId());
    assertEquals(Scan.NONE, scan.channelId());
  }

  @Test
  void takesNullsAndWrongTypesForAbsent() throws MalformedFrameException {
    Scan scan =
        scan(
            "{\"op\":0,\"s\":null,\"t\":null,\"d\":{\"guild_id\":null,\"channel_id\":7,"
                + "\"author\":[1],\"mentions\":{\"id\":\"1\"},\"webhook_id\":null}}");

    assertEquals(Scan.NONE, scan.sequence());
    assertEquals("", scan.event().text());
    assertEquals(Scan.NONE, scan.guildId());
    assertEquals(Scan.NONE, scan.channelId());
    assertFalse(scan.authorIsBot());
  }

  @Test
  void takesAWebhookForABot() throws MalformedFrameException {
    assertTrue(scan("{\"d\":{\"webhook_id\":\"5\"}}").authorIsBot());
  }

  @Test
  void forgetsTheFrameBefore() throws MalformedFrameException {
    scan(MESSAGE);
    Scan scan = scan("{\"op\":11}");

    assertEquals(11, scan.opcode());
    assertEquals(Scan.NONE, scan.channelId());
    assertEquals(Scan.NONE, scan.sequence());
    assertEquals("", scan.event().text());
    assertFalse(scan.authorIsBot());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"op\"",
        "{\"op\":",
        "{\"op\":0",
        "{\"op\":0,}",
        "{\"op\":0}}",
        "{\"op\":0} {}",
        "{\"t\":\"ABC}",
        "{\"t\":\"ABC\\",
        "{\"d\":{\"a\":[}]}}",
        "{\"d\":{\"a\":[1,2}}",
        "{op:0}",
        "{\"t\":\"\\uZZZZ\"}"
      })
  void refusesWhatIsBroken(String json) {
    MalformedFrameException refused = assertThrows(MalformedFrameException.class, () -> scan(json));

    assertTrue(refused.getMessage().matches(".+ at byte \\d+ of \\d+"), refused.getMessage());
  }

  @Test
  void refusesNestingBeyondItsLimit() throws MalformedFrameException {
    String deepest = "[".repeat(JsonCursor.DEEPEST) + "]".repeat(JsonCursor.DEEPEST);

    assertEquals(deepest, data("{\"d\":" + deepest + "}"));
    assertThrows(MalformedFrameException.class, () -> scan("{\"d\":[" + deepest + "]}"));
  }
}
