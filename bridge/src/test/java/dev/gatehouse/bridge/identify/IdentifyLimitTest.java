package dev.gatehouse.bridge.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.api.GatewayInfo;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifyLimitTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static IdentifyLimit told(int remaining, Duration resetAfter) {
    GatewayInfo info = new GatewayInfo("wss://gateway.example", 1, 1000, remaining, resetAfter, 1);
    return IdentifyLimit.told(info, NOW);
  }

  /** A whole budget has no reset ahead; one that is spent has one that is due. */
  @ParameterizedTest
  @CsvSource({"700, PT3H, PT3H", "1000, PT0S, PT24H", "15, PT0S, PT1M"})
  void endsWhenDiscordSays(int remaining, Duration resetAfter, Duration expected) {
    IdentifyLimit day = told(remaining, resetAfter);

    assertThat(day).isEqualTo(new IdentifyLimit(1000, remaining, NOW.plus(expected)));
  }

  @ParameterizedTest
  @CsvSource({"PT3H, PT27H", "PT26H59M, PT27H", "PT27H, PT51H", "PT80H, PT99H"})
  void anotherDayFollowsAtTheSameTime(Duration later, Duration expected) {
    IdentifyLimit day = told(100, Duration.ofHours(3)).at(NOW.plus(later));

    assertThat(day).isEqualTo(new IdentifyLimit(1000, 1000, NOW.plus(expected)));
  }

  @Test
  void isTheSameUntilItsEnd() {
    IdentifyLimit day = told(100, Duration.ofHours(3));

    assertThat(day.at(NOW.plus(Duration.ofHours(3)).minusMillis(1))).isSameAs(day);
  }

  @Test
  void neverHasLessThanNothingLeft() {
    assertThat(told(-5, Duration.ofHours(3)).spent().left()).isEqualTo(0);
  }
}
