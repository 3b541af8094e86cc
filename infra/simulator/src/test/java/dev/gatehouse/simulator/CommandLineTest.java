package dev.gatehouse.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
  private static CommandLine parse(List<String> arguments, Map<String, String> environment) {
    return CommandLine.parse(arguments, environment, Clock.systemUTC());
  }

  @Test
  void listensOnItsPortWhenNothingIsSaid() {
    CommandLine line = parse(List.of(), Map.of());

    assertEquals(8090, line.config().port());
    assertFalse(line.config().strict());
    assertTrue(line.config().rateLimits());
  }

  @Test
  void takesOptionsAndEnvironment() {
    CommandLine line =
        parse(
            List.of("--strict", "--endpoint", "http://127.0.0.1:9/i"),
            Map.of("SIMULATOR_PORT", "0", "DISCORD_TOKEN", "secret"));

    assertEquals(0, line.config().port());
    assertTrue(line.config().strict());
    assertEquals("http://127.0.0.1:9/i", line.endpoint().orElseThrow().toString());
    assertFalse(line.toString().contains("secret"));
  }

  @Test
  void takesAHeartbeatInterval() {
    CommandLine line = parse(List.of("--heartbeat", "5000"), Map.of());

    assertEquals(Duration.ofSeconds(5), line.config().gateway().heartbeatInterval());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "3600001", "soon"})
  void namesAWrongHeartbeatInterval(String interval) {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> parse(List.of("--heartbeat", interval), Map.of()));

    assertTrue(String.valueOf(error.getMessage()).contains("--heartbeat"));
  }

  @ParameterizedTest
  @CsvSource({
    "--loud, 1, --loud",
    "--strict, 70000, SIMULATOR_PORT",
    "--strict, port, SIMULATOR_PORT",
    "--endpoint, 1, --endpoint",
    "--heartbeat, 1, --heartbeat"
  })
  void namesWhatIsWrong(String argument, String port, String named) {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> parse(List.of(argument), Map.of("SIMULATOR_PORT", port)));

    assertTrue(String.valueOf(error.getMessage()).contains(named));
  }
}
