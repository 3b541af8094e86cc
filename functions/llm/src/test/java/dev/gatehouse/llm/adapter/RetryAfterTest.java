package dev.gatehouse.llm.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|7000",
        "0|0",
        "0.4|1000",
        "Thu, 01 Jan 2026 00:00:30 GMT|30000",
        "Wed, 31 Dec 2025 00:00:00 GMT|0"
      })
  void readsSecondsAndDates(String value, long millis) {
    assertThat(RetryAfter.in(headers("retry-after", value), NOW))
        .contains(Duration.ofMillis(millis));
  }

  @Test
  void prefersMilliseconds() {
    HttpHeaders both =
        HttpHeaders.of(
            Map.of("retry-after", List.of("2"), "retry-after-ms", List.of("1500")), (n, v) -> true);

    assertThat(RetryAfter.in(both, NOW)).contains(Duration.ofMillis(1500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-3", "", "NaN", "Infinity", "-Infinity", "1e99"})
  void ignoresWhatIsNone(String value) {
    assertThat(RetryAfter.in(headers("retry-after", value), NOW)).isEmpty();
  }

  private static HttpHeaders headers(String name, String value) {
    return HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true);
  }
}
