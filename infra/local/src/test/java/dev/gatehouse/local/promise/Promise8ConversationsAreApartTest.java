package dev.gatehouse.local.promise;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise8ConversationsAreApartTest {
  private static final String NOTHING = "**Remembered here:** nothing";

  @Test
  void whatWasSaidInOneIsUnknownInAnotherAndClearedWhenAsked(Stack stack) {
    String here = stack.conversation();
    String elsewhere = stack.conversation();
    stack.ask(here, stack.mention() + " the tower has a marmalade door, what is a claim check?");

    assertFalse(stack.ask(here, "!status").contains(NOTHING));
    assertTrue(stack.ask(elsewhere, "!status").contains(NOTHING));
    String answer = stack.ask(elsewhere, stack.mention() + " what of the marmalade door?");
    assertFalse(answer.contains("tower"), answer);

    stack.ask(here, "!clear");

    assertTrue(stack.ask(here, "!status").contains(NOTHING));
    assertFalse(stack.ask(elsewhere, "!status").contains(NOTHING));
  }
}
