package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the model is given to read shows what a conversation remembers. */
final class Promise8ConversationsAreApartTest {
  private static ScriptedModel model;
  private static Stack stack;

  @BeforeAll
  static void start() throws Exception {
    model = ScriptedModel.open();
    stack = Stack.start(model.settings());
    model.answers("Noted.");
  }

  @AfterAll
  static void stop() {
    stack.close();
    model.close();
  }

  @Test
  void whatWasSaidInOneIsUnknownInAnotherAndClearedWhenAsked() {
    String here = stack.conversation();
    String elsewhere = stack.conversation();
    asked(here, "the tower has a marmalade door");
    asked(elsewhere, "the cellar has a pomegranate lamp");

    String secondHere = asked(here, "what is there?");
    String secondElsewhere = asked(elsewhere, "what is there?");

    assertThat(secondHere).contains("marmalade");
    assertThat(secondHere).doesNotContain("pomegranate");
    assertThat(secondElsewhere).contains("pomegranate");
    assertThat(secondElsewhere).doesNotContain("marmalade");

    stack.ask(here, "!clear");
    String thirdHere = asked(here, "what is left?");
    String thirdElsewhere = asked(elsewhere, "what is left?");

    assertThat(thirdHere).doesNotContain("marmalade");
    assertThat(thirdElsewhere).contains("pomegranate");
  }

  /** Asks the model, and returns what it was given to read. */
  private static String asked(String channel, String question) {
    stack.ask(channel, stack.mention() + " " + question);
    return model.asked().getLast().path("messages").toString();
  }
}
