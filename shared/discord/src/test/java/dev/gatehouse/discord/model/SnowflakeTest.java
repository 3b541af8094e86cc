package dev.gatehouse.discord.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SnowflakeTest {

  @Test
  void carriesTheTimeOfItsMaking() {
    Snowflake example = Snowflake.of("175928847299117063");
    assertEquals(Instant.parse("2016-04-30T11:18:25.796Z"), example.timestamp());
  }

  @Test
  void isTheLowestOfItsMillisecondWhenMadeFromATime() {
    Instant time = Instant.parse("2026-01-01T12:00:00.123Z");
    Snowflake lowest = Snowflake.at(time);
    assertEquals(time, lowest.timestamp());
    assertTrue(Snowflake.of(lowest.value() - 1).timestamp().isBefore(time));
  }

  @Test
  void usesAll64Bits() {
    Snowflake highest = Snowflake.of("18446744073709551615");
    assertEquals("18446744073709551615", highest.toString());
    assertTrue(highest.compareTo(Snowflake.of(1)) > 0);
    assertTrue(highest.timestamp().isAfter(Instant.parse("2150-01-01T00:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "abc", "18446744073709551616"})
  void refusesWhatIsNoUnsignedNumber(String text) {
    assertThrows(IllegalArgumentException.class, () -> Snowflake.of(text));
  }
}
