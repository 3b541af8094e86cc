package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise5SecretsStaySecretTest {
  private static final String WORDS = "a confidential matter of ours";

  @Test
  void neitherTokenNorConversationIsLoggedOrShown(Stack stack) {
    String channel = stack.conversation();
    stack.ask(channel, stack.mention() + " " + WORDS);
    String status = stack.ask(channel, "!status");
    String health = stack.get(stack.address("product")).toString();
    String bridge = stack.get(stack.address("bridge")).toString();

    for (String shown : List.of(status, health, bridge, stack.terminal())) {
      assertThat(shown).doesNotContain(Stack.TOKEN);
    }
    assertThat(stack.log().isEmpty())
        .as("nothing was logged, so nothing is shown by this test")
        .isFalse();
    for (String line : stack.log()) {
      assertThat(line).doesNotContain(Stack.TOKEN);
      assertThat(line).doesNotContain(WORDS);
    }
  }
}
