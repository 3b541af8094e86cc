package dev.gatehouse.chat.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.command.CommandSpec;
import dev.gatehouse.chat.command.Option;
import dev.gatehouse.chat.command.OptionType;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlatformLimitsTest {
  private static final PlatformLimits NARROW =
      new PlatformLimits(100, 0, 0, 1, 4, 10, Duration.ZERO);

  @Test
  void aCatalogWithinTheLimitsIsGood() {
    CommandSpec good = CommandSpec.named("roll", "Ten chars!").taking(option("dice", "Of six"));

    assertThatCode(() -> NARROW.check(CommandCatalog.of(good))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void whatIsTooMuchIsNamed(CommandSpec command, String said) {
    assertThatThrownBy(() -> NARROW.check(CommandCatalog.of(command)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(said);
  }

  static Stream<Arguments> tooMuch() {
    CommandSpec roll = CommandSpec.named("roll", "Rolls");
    return Stream.of(
        Arguments.of(
            CommandSpec.named("rolls", "Rolls"),
            "command rolls: must have at most 4 characters in its name, had 5"),
        Arguments.of(
            CommandSpec.named("roll", "Rolls a die"),
            "command roll: must have at most 10 characters in its description, had 11"),
        Arguments.of(
            roll.taking(option("a", "One"), option("b", "Two")),
            "command roll: must have at most 1 options, had 2"),
        Arguments.of(
            roll.taking(option("sides", "Many")),
            "command roll, option sides: must have at most 4 characters in its name, had 5"));
  }

  private static Option<String> option(String name, String description) {
    return Option.required(name, description, OptionType.text(10));
  }
}
