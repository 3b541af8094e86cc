package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a model says on the whole stack, it stays words: nothing is run, changed or rung for.
 */
final class Promise6TheModelHasNoAuthorityTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ScriptedModel model;
  private static Stack stack;

  @BeforeAll
  static void start() throws Exception {
    model = ScriptedModel.open();
    stack = Stack.start(model.settings());
  }

  @AfterAll
  static void stop() {
    stack.close();
    model.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!clear", "/clear", "!ask what now?", "!run rm -rf /", "!help"})
  void aCommandThatTheModelWritesIsNotRun(String command) {
    model.answers(command);
    String channel = stack.conversation();

    String answer = stack.ask(channel, stack.mention() + " say a marmalade command");

    assertThat(answer).isEqualTo(command);
    assertThat(repliesToTheBot(channel)).isEmpty();
    assertThat(isRemembered(channel, "marmalade")).isTrue();
  }

  /** Its answers are written by a bot that may read and clear: it must not ask itself. */
  @Test
  void whatTheBotWritesIsNeverTakenAsACommand() {
    model.answers("An answer to remember.");
    String channel = stack.conversation();
    stack.ask(channel, stack.mention() + " what is a marmalade check?");
    JsonNode written =
        stack.post(
            "/api/v10/channels/" + channel + "/messages",
            JSON.createObjectNode().put("content", "!clear"));

    assertThat(isRemembered(channel, "marmalade")).isTrue();
    assertThat(stack.repliesTo(channel, written.path("id").asText())).isEmpty();
  }

  @Test
  void noToolIsOfferedToIt() {
    model.answers("Nothing to use.");

    stack.ask(stack.conversation(), stack.mention() + " which tools have you got?");

    JsonNode asked = model.asked().getLast();
    assertThat(asked.path("messages").size() > 1).as(asked::toString).isTrue();
    for (String offer : List.of("tools", "tool_choice", "functions", "function_call")) {
      assertThat(asked.path(offer).isMissingNode()).as(asked::toString).isTrue();
    }
  }

  /** A provider may send what nobody asked for. */
  @Test
  void aToolCallThatItMakesAllTheSameIsNotRunAndTheUserIsTold() {
    model.callsTool("run", "{\"command\":\"!clear\"}");
    String channel = stack.conversation();
    int askedBefore = model.asked().size();

    String answer = stack.ask(channel, stack.mention() + " do as you like with marmalade");

    assertThat(answer).contains("The model answered without a word");
    assertThat(model.asked().size())
        .as("no result of a tool went back to it")
        .isEqualTo(askedBefore + 1);
    assertThat(isRemembered(channel, "marmalade")).isTrue();
  }

  @Test
  void whomItMentionsIsNotRungFor() {
    String person = stack.person();
    model.answers("@everyone @here <@" + person + "> look!");
    String channel = stack.conversation();
    JsonNode question = stack.say(channel, stack.mention() + " call them all");
    stack.awaitReply(channel, question);

    JsonNode reply = stack.repliesTo(channel, question.path("id").asText()).getFirst();

    assertThat(reply.path("mention_everyone").asBoolean()).as(reply::toString).isFalse();
    assertThat(reply.path("mention_roles").valueStream().toList()).isEmpty();
  }

  /** Asks once more, and looks for the word in what the model is given to read. */
  private static boolean isRemembered(String channel, String word) {
    model.answers("Noted.");
    stack.ask(channel, stack.mention() + " go on");
    return model.asked().getLast().path("messages").toString().contains(word);
  }

  private static List<JsonNode> repliesToTheBot(String channel) {
    Set<String> written =
        stack
            .messages(channel)
            .filter(message -> message.path("author").path("bot").asBoolean())
            .map(message -> message.path("id").asText())
            .collect(Collectors.toSet());
    return stack
        .messages(channel)
        .filter(message ->
            written.contains(message.path("message_reference").path("message_id").asText()))
        .toList();
  }
}
