package dev.gatehouse.chat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

final class CommandLinePropertiesTest {
  private static final Option<Long> SIDES =
      Option.required("sides", "How many sides", OptionType.whole(2, 100));
  private static final Option<Optional<String>> NOTE =
      Option.optional("note", "What to say", OptionType.text(50));
  private static final CommandCatalog CATALOG =
      CommandCatalog.of(CommandSpec.named("roll", "Rolls a die").taking(SIDES, NOTE));

  private final HelpText help = new HelpText("!");

  @Property
  void anyLineHasAVerdictThatHelpCanExplain(@ForAll("lines") String line) {
    String shown =
        switch (CATALOG.parse(line)) {
          case Parsed.Called(Invocation call) -> {
            assertThat(call.get(SIDES)).isBetween(2L, 100L);
            yield "called";
          }
          case Parsed.Wrong wrong -> help.of(wrong);
          case Parsed.Unknown unknown -> help.of(unknown, CATALOG);
        };

    assertThat(shown).isNotBlank().hasSizeLessThan(500);
  }

  @Property
  void aQuotedWordIsReadAsItWasMeant(@ForAll("words") String word) {
    String quoted = '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';

    assertThat(CATALOG.parse("roll note:" + quoted + " 6"))
        .isInstanceOfSatisfying(
            Parsed.Called.class,
            called -> assertThat(called.invocation().get(NOTE)).contains(word));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.strings().ofMaxLength(200)),
        Tuple.of(
            4,
            Arbitraries.of(
                    "roll", "ROLL", "6", "sides:", "note:", "\"", "\\", "7.5", "`", "😀", " ")
                .list()
                .ofMaxSize(12)
                .map(words -> "roll " + String.join(" ", words))));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withChars("ab \"\\:😀")
        .ofMinLength(1)
        .ofMaxLength(50)
        .filter(word -> !word.isBlank() && word.equals(word.strip()));
  }
}
