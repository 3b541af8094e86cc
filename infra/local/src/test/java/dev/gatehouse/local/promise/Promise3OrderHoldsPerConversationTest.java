package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise3OrderHoldsPerConversationTest {
  private static final String EVENTS = "gatehouse-events.fifo";
  private static final String DEAD = "gatehouse-events-dead.fifo";

  @Test
  void poisonStopsItsOwnConversationOnlyAndEndsAsADeadLetter(Stack stack) {
    String poisoned = stack.conversation();
    String neighbour = stack.conversation();
    String poison = "no event, for " + poisoned;
    setVisibility(stack, 2);
    try {
      stack.enqueue(EVENTS, "discord:" + poisoned, poisoned, poison);

      stack.ask(neighbour, "!help");

      Await.value(
          "the dead letter",
          Duration.ofSeconds(40),
          () -> DeadLetterReader.in(stack, DEAD, poison),
          found -> found.size() == 1);
      stack.ask(poisoned, "!help");
      assertThat(stack.log().stream().anyMatch(line -> line.contains("body: "))).isTrue();
    } finally {
      setVisibility(stack, 180);
    }
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

  private static void setVisibility(Stack stack, int seconds) {
    String url = stack.queue(EVENTS);
    stack
        .sqs()
        .setQueueAttributes(set ->
            set.queueUrl(url)
                .attributesWithStrings(Map.of("VisibilityTimeout", String.valueOf(seconds))));
  }
}
