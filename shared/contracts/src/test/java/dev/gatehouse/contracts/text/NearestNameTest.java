package dev.gatehouse.contracts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {
  private static final List<String> NAMES = List.of("ask", "status", "state", "help");

  @ParameterizedTest
  @CsvSource({
    "ask, ask",
    "ak, ask",
    "aask, ask",
    "hepl, help",
    "stauts, status",
    "stats, status",
    "stat, state"
  })
  void findsTheNearest(String typed, String meant) {
    assertThat(nearest(typed, 2)).isEqualTo(Optional.of(meant));
  }

  @ParameterizedTest
  @CsvSource({"deploy, 2", "asking, 2", "stauts, 1", "'', 2"})
  void findsNothingWhereAllAreFurtherAway(String typed, int mostEdits) {
    assertThat(nearest(typed, mostEdits)).isEmpty();
  }

  @Test
  void theFirstWinsOfThoseThatAreEquallyNear() {
    assertThat(NearestName.to("bat", List.of("cat", "hat"), s -> s, 1))
        .isEqualTo(Optional.of("cat"));
    assertThat(NearestName.to("bat", List.of("hat", "cat"), s -> s, 1))
        .isEqualTo(Optional.of("hat"));
  }

  @Test
  void aVeryLongWordIsNoName() {
    assertThat(nearest("ask".repeat(1_000_000), 2)).isEmpty();
  }

  @Test
  void candidatesAreFoundByTheirName() {
    assertThat(NearestName.to("8", List.of(7, 10), String::valueOf, 1)).isEqualTo(Optional.of(7));
  }

  private static Optional<String> nearest(String typed, int mostEdits) {
    return NearestName.to(typed, NAMES, Function.identity(), mostEdits);
  }
}
