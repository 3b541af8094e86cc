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
