package dev.gatehouse.discord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SnowflakeTest {

  @Test
  void carriesTheTimeOfItsMaking() {
    Snowflake example = Snowflake.of("175928847299117063");
    assertThat(example.timestamp()).isEqualTo(Instant.parse("2016-04-30T11:18:25.796Z"));
  }

  @Test
  void isTheLowestOfItsMillisecondWhenMadeFromATime() {
    Instant time = Instant.parse("2026-01-01T12:00:00.123Z");
    Snowflake lowest = Snowflake.at(time);
    assertThat(lowest.timestamp()).isEqualTo(time);
    assertThat(Snowflake.of(lowest.value() - 1).timestamp().isBefore(time)).isTrue();
  }

  @Test
  void usesAll64Bits() {
    Snowflake highest = Snowflake.of("18446744073709551615");
    assertThat(highest.toString()).isEqualTo("18446744073709551615");
    assertThat(highest.compareTo(Snowflake.of(1)) > 0).isTrue();
    assertThat(highest.timestamp().isAfter(Instant.parse("2150-01-01T00:00:00Z"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "abc", "18446744073709551616"})
  void refusesWhatIsNoUnsignedNumber(String text) {
    assertThatThrownBy(() -> Snowflake.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
