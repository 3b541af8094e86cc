package dev.gatehouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

    assertThat(line.config().port()).isEqualTo(8090);
    assertThat(line.config().strict()).isFalse();
    assertThat(line.config().rateLimits()).isTrue();
  }

  @Test
  void takesOptionsAndEnvironment() {
    CommandLine line =
        parse(
            List.of("--strict", "--endpoint", "http://127.0.0.1:9/i"),
            Map.of("SIMULATOR_PORT", "0", "DISCORD_TOKEN", "secret"));

    assertThat(line.config().port()).isEqualTo(0);
    assertThat(line.config().strict()).isTrue();
    assertThat(line.endpoint().orElseThrow().toString()).isEqualTo("http://127.0.0.1:9/i");
    assertThat(line.toString()).doesNotContain("secret");
  }

  @Test
  void takesAHeartbeatInterval() {
    CommandLine line = parse(List.of("--heartbeat", "5000"), Map.of());

    assertThat(line.config().gateway().heartbeatInterval()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "3600001", "soon"})
  void namesAWrongHeartbeatInterval(String interval) {
    IllegalArgumentException error =
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> parse(List.of("--heartbeat", interval), Map.of()))
            .actual();

    assertThat(String.valueOf(error.getMessage()).contains("--heartbeat")).isTrue();
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
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> parse(List.of(argument), Map.of("SIMULATOR_PORT", port)))
            .actual();

    assertThat(String.valueOf(error.getMessage()).contains(named)).isTrue();
  }
}
