package dev.gatehouse.assistant.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RowKeysTest {
  private static final Platform CHAT = new Platform("discord");
  private static final ConversationId HERE = new ConversationId(CHAT, "100");

  /** What an older release wrote is found by the same keys. */
  @Test
  void areAsTheyWereWritten() {
    assertThat(RowKeys.request(CHAT, "m1")).isEqualTo(new Key("request#discord#m1", "request"));
    assertThat(RowKeys.questionCount(CHAT, "7", 29)).isEqualTo(new Key("rate#discord#7", "29"));
    assertThat(RowKeys.participation(HERE)).isEqualTo(new Key("place#discord:100", "place"));
    assertThat(RowKeys.listedParticipation(HERE)).isEqualTo(new Key("places#discord", "100"));
    assertThat(RowKeys.turn("m1")).isEqualTo(new Key("turn#m1", "turn"));
    assertThat(RowKeys.turnStep("m1", 2)).isEqualTo(new Key("turn#m1", "step#002"));
    assertThat(RowKeys.turnShown("m1")).isEqualTo(new Key("turn#m1", "shown"));
    assertThat(RowKeys.turn("m1").sort()).doesNotStartWith(RowKeys.BESIDE_TURN);
    assertThat(List.of(RowKeys.turnStep("m1", 2), RowKeys.turnShown("m1")))
        .allSatisfy(key -> assertThat(key.sort()).startsWith(RowKeys.BESIDE_TURN));
    assertThat(RowKeys.openTurn(HERE, "m1")).isEqualTo(new Key("open-turns#discord:100", "m1"));
    assertThat(RowKeys.unshownAnswer(HERE, "m1")).isEqualTo(new Key("unshown#discord:100", "m1"));
    assertThat(RowKeys.historyEntry(HERE, 1234, "1"))
        .isEqualTo(new Key("history#discord:100", "at#000000000001234#1"));
    assertThat(RowKeys.historyMarker(HERE, "1")).isEqualTo(new Key("history#discord:100", "id#1"));
  }

  @Test
  void aPlatformsIdsDoNotMeetThoseOfAnother() {
    Platform other = new Platform("console");
    ConversationId there = new ConversationId(other, "100");

    assertThat(
            List.of(
                RowKeys.request(other, "m1"),
                RowKeys.questionCount(other, "7", 29),
                RowKeys.participation(there),
                RowKeys.listedParticipation(there)))
        .doesNotContain(
            RowKeys.request(CHAT, "m1"),
            RowKeys.questionCount(CHAT, "7", 29),
            RowKeys.participation(HERE),
            RowKeys.listedParticipation(HERE));
  }
}
