package dev.gatehouse.assistant.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversationsTableTest {
  @Test
  void aConversationIsRememberedForThirtyDaysUnlessSaidOtherwise() {
    assertThat(of(Map.of("CONVERSATIONS_TABLE", "t")))
        .isEqualTo(new ConversationsTable("t", 30))
        .extracting(ConversationsTable::retention)
        .isEqualTo(Duration.ofDays(30));
    assertThat(of(Map.of("CONVERSATIONS_TABLE", "t", "HISTORY_TTL_DAYS", "7")))
        .isEqualTo(new ConversationsTable("t", 7));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 30, CONVERSATIONS_TABLE: is not set",
    "t, 0, HISTORY_TTL_DAYS: must be a whole number from 1 to 3650",
    "t, forever, HISTORY_TTL_DAYS: must be a whole number from 1 to 3650"
  })
  void whatIsWrongIsNamed(String table, String days, String message) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> of(Map.of("CONVERSATIONS_TABLE", table, "HISTORY_TTL_DAYS", days)))
        .withMessageStartingWith(message);
  }

  private static ConversationsTable of(Map<String, String> environment) {
    return ConversationsTable.of(Settings.of(environment));
  }
}
