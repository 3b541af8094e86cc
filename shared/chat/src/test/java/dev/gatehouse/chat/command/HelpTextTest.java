package dev.gatehouse.chat.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HelpTextTest {
  private static final CommandCatalog CATALOG =
      CommandCatalog.of(
          CommandSpec.named("ask", "Asks a question")
              .taking(Option.required("question", "What to ask", OptionType.text(9))),
          CommandSpec.named("help", "Shows this"));

  private final HelpText help = new HelpText("!");

  @Test
  void listsEachCommandWithItsUsage() {
    assertThat(help.of(CATALOG)).isEqualTo("`!ask <question>` Asks a question\n`!help` Shows this");
  }

  @Test
  void saysWhatIsWrongAndHowItIsRight() {
    assertThat(help.of((Parsed.Wrong) CATALOG.parse("ask")))
        .isEqualTo(
            """
            `!ask`: `question` is missing.
            Use: `!ask <question>`
            - `question` What to ask\
            """);
  }

  @Test
  void offersWhatWasMeant() {
    assertThat(help.of((Parsed.Unknown) CATALOG.parse("hepl"), CATALOG))
        .startsWith("There is no command `!hepl`. Did you mean `!help`?\n`!ask");
  }

  @Test
  void whatWasTypedCannotLeaveItsCodeSpan() {
    assertThat(help.of((Parsed.Unknown) CATALOG.parse("x`@everyone"), CATALOG))
        .startsWith("There is no command `!x'@everyone`.");
  }
}
