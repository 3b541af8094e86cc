package dev.gatehouse.chat.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CommandRouterTest {
  private static final Option<String> NAME = Option.required("name", "Whom", OptionType.text(9));
  private static final CommandSpec GREET = CommandSpec.named("greet", "Greets").taking(NAME);
  private static final CommandSpec PART = CommandSpec.named("part", "Parts");

  private final CommandRouter<String, String> router =
      CommandRouter.<String, String>empty()
          .on(GREET, (caller, call) -> caller + " greets " + call.get(NAME))
          .on(PART, (caller, call) -> caller + " parts");

  @Test
  void runsTheCommandThatWasCalled() {
    assertThat(route("greet Ada")).isEqualTo("Bob greets Ada");
    assertThat(route("part")).isEqualTo("Bob parts");
  }

  @Test
  void listsCommandsInTheirOrder() {
    assertThat(router.catalog().commands()).containsExactly(GREET, PART);
  }

  @Test
  void anOptionOfAnotherCommandIsNotRead() {
    CommandRouter<String, String> wrong =
        CommandRouter.<String, String>empty().on(PART, (caller, call) -> call.get(NAME));

    assertThatThrownBy(() -> wrong.route("Bob", called(wrong, "part")))
        .hasMessageContaining("part does not declare name");
  }

  private String route(String line) {
    return router.route("Bob", called(router, line));
  }

  private static Invocation called(CommandRouter<String, String> router, String line) {
    return ((Parsed.Called) router.catalog().parse(line)).invocation();
  }
}
