package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SoakOptionsTest {
  private static SoakOptions parse(String line) {
    List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
    return SoakOptions.parse(words, () -> 77);
  }

  @Test
  void lastsTenMinutesWhenNothingIsSaid() {
    assertThat(parse("")).isEqualTo(new SoakOptions(Duration.ofMinutes(10), 300, 77));
  }

  @Test
  void takesItsOptionsInAnyOrder() {
    assertThat(parse("--seed -5 --rate 500 --minutes 2"))
        .isEqualTo(new SoakOptions(Duration.ofMinutes(2), 500, -5));
  }

  @Test
  void saysHowToDoItAgain() {
    SoakOptions options = parse("--seconds 90 --rate 50 --seed 9");
    String again = options.again();

    assertThat(parse(again.substring("./gatehouse bench soak ".length()))).isEqualTo(options);
    assertThat(options.events()).isEqualTo(4500);
  }

  @ParameterizedTest
  @CsvSource({
    "--loud 1, '--loud'",
    "7, '7'",
    "--minutes, --minutes needs a whole number",
    "--minutes ten, 'ten'",
    "--minutes -1, --minutes",
    "--seed 1.5, '1.5'",
    "--minutes 1 --seconds 60, give one of them",
    "--seconds 29, from 30 to 7200",
    "--minutes 121, from 30 to 7200",
    "--rate 9, from 10 to 1000",
    "--rate 1001, --rate",
    "--minutes 10 --rate 1000, 450000"
  })
  void saysInOneLineWhatIsWrong(String line, String said) {
    IllegalArgumentException error =
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> parse(line))
            .actual();

    String message = String.valueOf(error.getMessage());
    assertThat(message).contains(said.replace("''", "'"));
    assertThat(message.lines().count()).isEqualTo(1);
  }
}
