package dev.gatehouse.chat.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandSpecTest {
  private static final Option<String> NAME = Option.required("name", "A name", OptionType.text(10));

  @Test
  void usageShowsWhatMustBeGiven() {
    CommandSpec greet =
        CommandSpec.named("greet", "Greets")
            .taking(NAME, Option.optional("times", "How often", OptionType.whole(1, 3)));

    assertThat(greet.usage("!")).isEqualTo("!greet <name> [times]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ask", "a b", "-x", "fü"})
  void aNameThatCannotBeTypedIsRefused(String name) {
    assertThatThrownBy(() -> CommandSpec.named(name, "Does things"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name:");
  }

  @Test
  void requiredOptionsComeFirst() {
    Option<?> optional = Option.optional("times", "How often", OptionType.whole(1, 3));

    assertThatThrownBy(() -> CommandSpec.named("greet", "Greets").taking(optional, NAME))
        .hasMessageContaining("name is required, so it must come first");
  }

  @Test
  void optionsHaveNamesOfTheirOwn() {
    assertThatThrownBy(() -> CommandSpec.named("greet", "Greets").taking(NAME, NAME))
        .hasMessageContaining("two have the same name");
  }

  @Test
  void aDescriptionFitsOneLine() {
    assertThatThrownBy(() -> CommandSpec.named("greet", "Greets\nall"))
        .hasMessageContaining("description of greet");
  }
}
