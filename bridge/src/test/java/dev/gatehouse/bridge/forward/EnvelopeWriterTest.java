package dev.gatehouse.bridge.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.scan.FrameScanner;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Shard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is spliced equals what the codec writes for the same record. */
class EnvelopeWriterTest {
  private static final long NOW = 1_770_000_000_123L;
  private static final long OUR_ROLE = 1_300_000_000_000_000_003L;
  private static final Shard SHARD = new Shard(3, 16);

  @Test
  void writesAGuildMessageAsTheCodecDoes() throws MalformedFrameException {
    String data =
        "{\"channel_id\":\"1200000000000000001\",\"guild_id\":\"1100000000000000002\","
            + "\"author\":{\"id\":\"5\",\"bot\":true},\"content\":\"grüße \\u0001 \\\"x\\\"\"}";

    assertSame(
        "MESSAGE_CREATE",
        987_654_321,
        data,
        "1100000000000000002",
        "1200000000000000001",
        true,
        null);
  }

  @Test
  void namesOurRoleThatIsMentioned() throws MalformedFrameException {
    String data = "{\"channel_id\":\"12\",\"mention_roles\":[\"1\",\"" + OUR_ROLE + "\"]}";

    assertSame("MESSAGE_CREATE", 3, data, null, "12", false, Long.toString(OUR_ROLE));
  }

  @Test
  void leavesAbsentIdsOut() throws MalformedFrameException {
    assertSame("PRESENCE_UPDATE", 1, "{}", null, null, false, null);
  }

  @Test
  void takesAnyEventName() throws MalformedFrameException {
    assertSame("NEW \"THING\" ü", 10, "[1, 2]", null, null, false, null);
  }

  @Test
  void findsItsPayload() throws MalformedFrameException {
    EnvelopeWriter writer = new EnvelopeWriter("abc", SHARD);
    byte[] frame = frame("X", 5, "{\"a\":1}");

    String message = text(writer.inline(scan(frame), frame, NOW));

    assertThat(message.substring(writer.payloadAt())).isEqualTo("\"payload\":{\"a\":1}}");
  }

  private static void assertSame(
      String event,
      long sequence,
      String data,
      String guildId,
      String channelId,
      boolean bot,
      @Nullable String ourRole)
      throws MalformedFrameException {
    byte[] frame = frame(event, sequence, data);
    byte[] message = new EnvelopeWriter("ses\"sion", SHARD).inline(scan(frame), frame, NOW);
    GatewayEvent record =
        new GatewayEvent(
            QueueMessage.VERSION,
            new Platform("discord"),
            "ses\"sion",
            sequence,
            SHARD,
            event,
            guildId,
            channelId,
            bot,
            ourRole != null,
            ourRole,
            Instant.ofEpochMilli(NOW),
            new Payload.Inline(new RawJson(data)));

    assertThat(text(message)).isEqualTo(MessageCodec.encode(record));
  }

  private static byte[] frame(String event, long sequence, String data) {
    String name = event.replace("\"", "\\\"");
    return ("{\"t\":\"" + name + "\",\"s\":" + sequence + ",\"op\":0,\"d\":" + data + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Scan scan(byte[] frame) throws MalformedFrameException {
    MentionTargets us = new MentionTargets(7, Set.of(OUR_ROLE));
    return new FrameScanner(us).scan(frame, 0, frame.length);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
