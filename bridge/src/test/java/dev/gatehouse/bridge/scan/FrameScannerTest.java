package dev.gatehouse.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private final MentionTargets us = new MentionTargets();
  private final FrameScanner scanner = new FrameScanner(us);

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

    assertThat(scan.opcode()).isEqualTo(0);
    assertThat(scan.sequence()).isEqualTo(42);
    assertThat(scan.event().text()).isEqualTo("MESSAGE_CREATE");
    assertThat(scan.guildId()).isEqualTo(11);
    assertThat(scan.channelId()).isEqualTo(12);
    assertThat(scan.actorId()).isEqualTo(13);
    assertThat(scan.authorIsBot()).isTrue();
  }

  @Test
  void findsTheEndOfAPayloadFullOfBracketsAndQuotes() throws MalformedFrameException {
    assertThat(data(MESSAGE))
        .isEqualTo(MESSAGE.substring(MESSAGE.indexOf("{\"id\""), MESSAGE.length() - 1));
  }

  @Test
  void knowsWhetherWeAreMentioned() throws MalformedFrameException {
    assertThat(scan(MESSAGE).mentionsUs()).isFalse();
    us.begin(8);
    assertThat(scan(MESSAGE).mentionsUs()).isTrue();
    us.begin(99);
    assertThat(scan(MESSAGE).mentionsUs())
        .as("only users count, not what lies inside them")
        .isFalse();
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

    assertThat(scan.event().text()).isEqualTo("TYPING_START");
    assertThat(scan.sequence()).isEqualTo(3);
    assertThat(scan.opcode()).isEqualTo(0);
    assertThat(scan.channelId()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHANNEL_CREATE", "THREAD_UPDATE", "THREAD_MEMBERS_UPDATE"})
  void takesTheIdOfAChannelEventForTheChannel(String name) throws MalformedFrameException {
    Scan scan =
        scan("{\"op\":0,\"s\":1,\"d\":{\"id\":\"5\",\"guild_id\":\"6\"},\"t\":\"" + name + "\"}");

    assertThat(scan.channelId()).isEqualTo(5);
    assertThat(scan.guildId()).isEqualTo(6);
  }

  @Test
  void takesTheIdOfAGuildEventForTheGuild() throws MalformedFrameException {
    Scan scan = scan("{\"op\":0,\"s\":1,\"t\":\"GUILD_CREATE\",\"d\":{\"id\":\"5\"}}");

    assertThat(scan.guildId()).isEqualTo(5);
    assertThat(scan.channelId()).isEqualTo(Scan.NONE);
  }

  @Test
  void takesNullsAndWrongTypesForAbsent() throws MalformedFrameException {
    Scan scan =
        scan(
            "{\"op\":0,\"s\":null,\"t\":null,\"d\":{\"guild_id\":null,\"channel_id\":7,"
                + "\"author\":[1],\"mentions\":{\"id\":\"1\"},\"webhook_id\":null}}");

    assertThat(scan.sequence()).isEqualTo(Scan.NONE);
    assertThat(scan.event().text()).isEqualTo("");
    assertThat(scan.guildId()).isEqualTo(Scan.NONE);
    assertThat(scan.channelId()).isEqualTo(Scan.NONE);
    assertThat(scan.authorIsBot()).isFalse();
  }

  @Test
  void takesAWebhookForABot() throws MalformedFrameException {
    assertThat(scan("{\"d\":{\"webhook_id\":\"5\"}}").authorIsBot()).isTrue();
  }

  @Test
  void forgetsTheFrameBefore() throws MalformedFrameException {
    scan(MESSAGE);
    Scan scan = scan("{\"op\":11}");

    assertThat(scan.opcode()).isEqualTo(11);
    assertThat(scan.channelId()).isEqualTo(Scan.NONE);
    assertThat(scan.sequence()).isEqualTo(Scan.NONE);
    assertThat(scan.event().text()).isEqualTo("");
    assertThat(scan.authorIsBot()).isFalse();
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
    MalformedFrameException refused =
        assertThatExceptionOfType(MalformedFrameException.class)
            .isThrownBy(() -> scan(json))
            .actual();

    assertThat(refused.getMessage().matches(".+ at byte \\d+ of \\d+"))
        .as(refused.getMessage())
        .isTrue();
  }

  @Test
  void refusesNestingBeyondItsLimit() throws MalformedFrameException {
    String deepest = "[".repeat(JsonCursor.DEEPEST) + "]".repeat(JsonCursor.DEEPEST);

    assertThat(data("{\"d\":" + deepest + "}")).isEqualTo(deepest);
    assertThatThrownBy(() -> scan("{\"d\":[" + deepest + "]}"))
        .isInstanceOf(MalformedFrameException.class);
  }
}
