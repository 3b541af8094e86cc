package dev.gatehouse.contracts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals(Optional.of(meant), nearest(typed, 2));
  }

  @ParameterizedTest
  @CsvSource({"deploy, 2", "asking, 2", "stauts, 1", "'', 2"})
  void findsNothingWhereAllAreFurtherAway(String typed, int mostEdits) {
    assertEquals(Optional.empty(), nearest(typed, mostEdits));
  }

  @Test
  void theFirstWinsOfThoseThatAreEquallyNear() {
    assertEquals(Optional.of("cat"), NearestName.to("bat", List.of("cat", "hat"), s -> s, 1));
    assertEquals(Optional.of("hat"), NearestName.to("bat", List.of("hat", "cat"), s -> s, 1));
  }

  @Test
  void aVeryLongWordIsNoName() {
    assertEquals(Optional.empty(), nearest("ask".repeat(1_000_000), 2));
  }

  @Test
  void candidatesAreFoundByTheirName() {
    assertEquals(Optional.of(7), NearestName.to("8", List.of(7, 10), String::valueOf, 1));
  }

  private static Optional<String> nearest(String typed, int mostEdits) {
    return NearestName.to(typed, NAMES, Function.identity(), mostEdits);
  }
}
