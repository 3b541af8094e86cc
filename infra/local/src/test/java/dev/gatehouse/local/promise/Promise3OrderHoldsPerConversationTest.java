package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.testkit.Await;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StackExtension.class)
final class Promise3OrderHoldsPerConversationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENTS = "gatehouse-events.fifo";
  private static final String DEAD = "gatehouse-events-dead.fifo";

  @Test
  void poisonIsADeadLetterAtOnceWithItsReasonAndHoldsNobody(Stack stack) {
    String poisoned = stack.conversation();
    String poison = "no event, for " + poisoned;
    stack.enqueue(EVENTS, "discord:" + poisoned, poisoned, poison);

    stack.ask(poisoned, "!help");

    Await.value(
        "the dead letter",
        () -> DeadLetterReader.in(stack, DEAD, poison),
        found -> found.size() == 1);
    assertThat(DeadLetterReader.reasons(stack, DEAD)).contains("body: is not JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!help", "!ask which documents are there?"})
  void whatAnOutageHeldBackIsAnsweredInOrderSoonAfter(String question, Stack stack) {
    String channel = stack.conversation();
    String route = "POST /channels/" + channel + "/messages";
    stack.post(
        "/control/faults",
        JSON.createObjectNode().put("kind", "http_5xx").put("count", 1000).put("route", route));
    List<JsonNode> asked = List.of(stack.say(channel, question), stack.say(channel, question));
    Await.value(
        "a second delivery",
        () ->
            stack.log().stream()
                .filter(line -> line.contains("discord:" + channel + ", delivery 2 failed"))
                .count(),
        count -> count > 0);

    stack.delete("/control/faults");

    asked.forEach(message -> stack.awaitReply(channel, message));
    assertThat(answered(stack, channel))
        .containsExactlyElementsOf(
            asked.stream().map(message -> message.path("id").asText()).toList());
  }

  @Test
  void answersComeInTheOrderOfTheQuestions(Stack stack) {
    String channel = stack.conversation();
    List<String> asked =
        IntStream.range(0, 5)
            .mapToObj(_ -> stack.say(channel, "!help").path("id").asText())
            .toList();

    List<String> answered =
        Await.value(
            "five answers",
            () ->
                stack
                    .messages(channel)
                    .map(m -> m.path("message_reference").path("message_id").asText())
                    .filter(asked::contains)
                    .toList(),
            found -> found.size() == 5);

    assertThat(answered).isEqualTo(asked);
  }

  /** The messages that the bot's replies refer to, in their order. */
  private static List<String> answered(Stack stack, String channel) {
    return stack
        .messages(channel)
        .filter(message -> message.path("author").path("bot").asBoolean())
        .map(message -> message.path("message_reference").path("message_id").asText())
        .toList();
  }
}
