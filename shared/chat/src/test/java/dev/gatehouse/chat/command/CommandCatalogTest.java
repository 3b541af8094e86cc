package dev.gatehouse.chat.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandCatalogTest {
  private enum Colour {
    RED,
    BLUE
  }

  private static final Option<String> QUESTION =
      Option.required("question", "What to ask", OptionType.text(20));
  private static final Option<Long> SIDES =
      Option.required("sides", "How many sides", OptionType.whole(2, 100));
  private static final Option<Colour> COLOUR =
      Option.defaulting("colour", "Of the die", OptionType.oneOf(Colour.class), Colour.RED);
  private static final Option<Optional<Boolean>> LOUD =
      Option.optional("loud", "Whether all hear it", OptionType.flag());
  private static final Option<Optional<String>> NOTE =
      Option.optional("note", "What to say", OptionType.text(50));

  private static final CommandSpec ASK = CommandSpec.named("ask", "Asks").taking(QUESTION);
  private static final CommandSpec ROLL =
      CommandSpec.named("roll", "Rolls a die").taking(SIDES, COLOUR, LOUD, NOTE);
  private static final CommandCatalog CATALOG = CommandCatalog.of(ASK, ROLL);

  @Test
  void aLastTextOptionTakesTheRestOfTheLineAsItStands() {
    Invocation call = called(CATALOG.parse("ask why \"so\"\n  blue: x"));

    assertThat(call.command()).isEqualTo(ASK);
    assertThat(call.get(QUESTION)).isEqualTo("why \"so\"\n  blue: x");
  }

  @Test
  void optionsAreReadInOrder() {
    Invocation call = called(CATALOG.parse("ROLL 6 Blue yes well then"));

    assertThat(call.get(SIDES)).isEqualTo(6);
    assertThat(call.get(COLOUR)).isEqualTo(Colour.BLUE);
    assertThat(call.get(LOUD)).contains(true);
    assertThat(call.get(NOTE)).contains("well then");
  }

  @Test
  void optionsAreReadByName() {
    Invocation call = called(CATALOG.parse("roll note:\"a \\\"b\\\" c\" sides:6"));

    assertThat(call.get(SIDES)).isEqualTo(6);
    assertThat(call.get(NOTE)).contains("a \"b\" c");
  }

  @Test
  void whatIsLeftOutHasItsFallback() {
    Invocation call = called(CATALOG.parse("roll 6"));

    assertThat(call.get(COLOUR)).isEqualTo(Colour.RED);
    assertThat(call.get(LOUD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          roll            | `sides` is missing
          roll six        | `sides` must be a whole number from 2 to 100, was `six`
          roll 1          | `sides` must be a whole number from 2 to 100, was `1`
          roll 6 green    | `colour` must be one of red, blue, was `green`
          roll 6 red loud | `loud` must be yes or no, was `loud`
          roll "6         | a quotation mark is opened and never closed
          ask             | `question` is missing
          ask 123456789012345678901 | `question` must have at most 20 characters, had 21
          """)
  void whatIsWrongIsNamedWithWhatIsRight(String line, String problem) {
    assertThat(CATALOG.parse(line))
        .isInstanceOfSatisfying(
            Parsed.Wrong.class, wrong -> assertThat(wrong.problem()).isEqualTo(problem));
  }

  @Test
  void tooManyWordsAreRefused() {
    CommandCatalog catalog = CommandCatalog.of(CommandSpec.named("help", "Helps"));

    assertThat(catalog.parse("help me")).isInstanceOf(Parsed.Wrong.class);
  }

  @ParameterizedTest
  @CsvSource({"rol 6, roll", "akk, ask", "ASKK, ask"})
  void aNearNameIsOffered(String line, String meant) {
    assertThat(CATALOG.parse(line))
        .isInstanceOfSatisfying(
            Parsed.Unknown.class,
            unknown -> assertThat(unknown.meant()).map(CommandSpec::name).contains(meant));
  }

  @Test
  void aFarNameIsNot() {
    assertThat(CATALOG.parse("deploy now"))
        .isEqualTo(new Parsed.Unknown("deploy", Optional.empty()));
  }

  /** A name is read as it stands: quotation marks are for values. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\"roll",
        "\"roll 6",
        "\"roll\" 6",
        "\"\"",
        "\\",
        "\\\"",
        "`",
        "",
        " ",
        "roll:6",
        "!",
        "😀",
        "\ud83d"
      })
  void aLineThatNamesNoCommandIsUnknown(String line) {
    assertThat(CATALOG.parse(line)).isInstanceOf(Parsed.Unknown.class);
    assertThat(CATALOG.parse(line, Map.of())).isInstanceOf(Parsed.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"", "sides ", "SIDES", "`@everyone`", "\n"})
  void anOptionThatThereIsNotIsNamed(String option) {
    assertThat(CATALOG.parse("roll", Map.of("sides", "6", option, "1")))
        .isInstanceOfSatisfying(
            Parsed.Wrong.class,
            wrong -> assertThat(wrong.problem()).matches("there is no option `[^`\n]*`"));
  }

  @Test
  void aLongNameOfAnOptionIsCutWhenItIsShown() {
    assertThat(CATALOG.parse("roll", Map.of("x".repeat(4000), "1")))
        .isInstanceOfSatisfying(
            Parsed.Wrong.class, wrong -> assertThat(wrong.problem()).hasSizeLessThan(100));
  }

  @Test
  void aFormIsHeldToTheSameRules() {
    assertThat(called(CATALOG.parse("roll", Map.of("sides", "6"))).get(SIDES)).isEqualTo(6);
    assertThat(CATALOG.parse("roll", Map.of("sides", "7.5"))).isInstanceOf(Parsed.Wrong.class);
    assertThat(CATALOG.parse("roll", Map.of("sides", "6", "speed", "1")))
        .isEqualTo(new Parsed.Wrong(ROLL, "there is no option `speed`"));
  }

  @Test
  void printsWithoutWhatWasTyped() {
    assertThat(CATALOG.parse("ask my secret").toString()).doesNotContain("my secret");
  }

  private static Invocation called(Parsed parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Called.class);
    return ((Parsed.Called) parsed).invocation();
  }
}
