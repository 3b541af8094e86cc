package dev.gatehouse.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueMessageTest {
  private static final Instant NOW = Instant.EPOCH;

  @Test
  void theGroupOfAnEventIsTheNarrowestThatItBelongsTo() {
    assertEquals("discord:6", event("5", "6").groupId());
    assertEquals("discord:guild:5", event("5", null).groupId());
    assertEquals("discord:shard:1", event(null, null).groupId());
  }

  @Test
  void theDeduplicationIdOfAnEventIsItsSessionAndSequence() {
    assertEquals("s-9", event("5", "6").deduplicationId());
  }

  @Test
  void twoGapsOfOneSessionAreToldApartByTheirMoment() {
    assertEquals("gap-s-1000", gap("s", Instant.ofEpochSecond(1)).deduplicationId());
    assertEquals("gap-s-2000", gap("s", Instant.ofEpochSecond(2)).deduplicationId());
  }

  @Test
  void theDeduplicationIdOfAGapIsNoLongerThanSqsTakes() {
    Instant farAway = Instant.parse("9999-12-31T23:59:59.999Z");

    assertTrue(gap("s".repeat(100), farAway).deduplicationId().length() <= 128);
  }

  @Test
  void aTurnKeepsThePromptOutOfLogs() {
    TurnRequested turn =
        new TurnRequested(
            1,
            "t",
            new ConversationId(new Platform("stoat"), "6"),
            new ReplyTarget.ChannelReply(null),
            "8",
            "Ada",
            "private words",
            NOW);

    assertFalse(turn.toString().contains("private"));
    assertEquals("stoat:6", turn.groupId());
  }

  @Test
  void aShardLiesWithinItsCount() {
    InvalidFieldException error = assertThrows(InvalidFieldException.class, () -> new Shard(4, 4));

    assertEquals("shard: must be from 0 to 3, was 4", error.getMessage());
  }

  private static GapDetected gap(String session, Instant detectedAt) {
    return new GapDetected(
        1, new Platform("discord"), session, new Shard(1, 2), 41, NOW, detectedAt);
  }

  private static GatewayEvent event(String guild, String channel) {
    return new GatewayEvent(
        1,
        new Platform("discord"),
        "s",
        9,
        new Shard(1, 2),
        "MESSAGE_CREATE",
        guild,
        channel,
        false,
        false,
        NOW,
        new Payload.Inline(new RawJson("{}")));
  }
}
