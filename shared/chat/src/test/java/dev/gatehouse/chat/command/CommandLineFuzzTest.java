package dev.gatehouse.chat.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

final class CommandLineFuzzTest {
  private static final Option<Long> SIDES =
      Option.required("sides", "How many sides", OptionType.whole(2, 100));
  private static final Option<Optional<Double>> WEIGHT =
      Option.optional("weight", "Of the die", OptionType.decimal(0, 1));
  private static final Option<Optional<Boolean>> LOUD =
      Option.optional("loud", "Whether all hear it", OptionType.flag());
  private static final Option<Optional<String>> NOTE =
      Option.optional("note", "What to say", OptionType.text(50));
  private static final CommandCatalog CATALOG =
      CommandCatalog.of(
          CommandSpec.named("roll", "Rolls a die").taking(SIDES, WEIGHT, LOUD, NOTE),
          CommandSpec.named("help", "Helps"));

  private final HelpText help = new HelpText("!");

  @FuzzTest
  void anyLineHasAVerdictThatHelpCanExplain(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);

    assertThat(shown(CATALOG.parse(text))).isNotBlank().hasSizeLessThan(1000);
    assertThat(shown(CATALOG.parse("roll", Map.of("sides", text, "note", text))))
        .isNotBlank()
        .hasSizeLessThan(1000);
    assertThat(shown(CATALOG.parse("roll", Map.of(text, "6")))).isNotBlank().hasSizeLessThan(1000);
  }

  private String shown(Parsed parsed) {
    return switch (parsed) {
      case Parsed.Called called -> called.toString();
      case Parsed.Wrong wrong -> help.of(wrong);
      case Parsed.Unknown unknown -> help.of(unknown, CATALOG);
    };
  }
}
