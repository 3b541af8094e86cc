package dev.gatehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueMessageTest {
  private static final Instant NOW = Instant.EPOCH;

  @Test
  void theGroupOfAnEventIsTheNarrowestThatItBelongsTo() {
    assertThat(event("5", "6").groupId()).isEqualTo("discord:6");
    assertThat(event("5", null).groupId()).isEqualTo("discord:guild:5");
    assertThat(event(null, null).groupId()).isEqualTo("discord:shard:1");
  }

  @Test
  void theDeduplicationIdOfAnEventIsItsSessionAndSequence() {
    assertThat(event("5", "6").deduplicationId()).isEqualTo("s-9");
  }

  @Test
  void twoGapsOfOneSessionAreToldApartByTheirMoment() {
    assertThat(gap("s", Instant.ofEpochSecond(1)).deduplicationId()).isEqualTo("gap-s-1000");
    assertThat(gap("s", Instant.ofEpochSecond(2)).deduplicationId()).isEqualTo("gap-s-2000");
  }

  @Test
  void theDeduplicationIdOfAGapIsNoLongerThanSqsTakes() {
    Instant farAway = Instant.parse("9999-12-31T23:59:59.999Z");

    assertThat(gap("s".repeat(100), farAway).deduplicationId().length() <= 128).isTrue();
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

    assertThat(turn.toString()).doesNotContain("private");
    assertThat(turn.groupId()).isEqualTo("stoat:6");
  }

  @Test
  void aShardLiesWithinItsCount() {
    InvalidFieldException error =
        assertThatExceptionOfType(InvalidFieldException.class)
            .isThrownBy(() -> new Shard(4, 4))
            .actual();

    assertThat(error.getMessage()).isEqualTo("shard: must be from 0 to 3, was 4");
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
        null,
        NOW,
        new Payload.Inline(new RawJson("{}")));
  }
}
