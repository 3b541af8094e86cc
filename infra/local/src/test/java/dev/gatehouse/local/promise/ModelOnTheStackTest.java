package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person sees of a model, from the question in the chat to the last edit of its answer. */
final class ModelOnTheStackTest {
  private static final int MOST_CHARACTERS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FENCE = "```";

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

  @Test
  void anAnswerTooLongForOneMessageComesAsSeveralWithItsFencesWhole() {
    List<String> code =
        IntStream.range(0, 140)
            .mapToObj(i -> "int line%03d = compute(%d);".formatted(i, i))
            .toList();
    model.answers(
        "Before the code.\n\n```java\n"
            + String.join("\n", code)
            + "\n```\n\n"
            + "After it. ".repeat(60)
            + "The end.");
    String channel = stack.conversation();

    stack.say(channel, stack.mention() + " show me the code");
    List<String> messages =
        Await.value(
            "the whole answer", PATIENCE, () -> answer(channel), ModelOnTheStackTest::isWhole);

    assertThat(String.join("", messages).length() > 4_001).as(messages::toString).isTrue();
    assertThat(messages.size() >= 3).as(messages::toString).isTrue();
    for (String message : messages) {
      assertThat(message.contains("```java\n"))
          .as(message)
          .isEqualTo(javaLines(message).count() > 0);
      assertThat(message.length() <= MOST_CHARACTERS).as(message).isTrue();
      assertThat(message.lines().filter(line -> line.startsWith(FENCE)).count() % 2)
          .as(message)
          .isEqualTo(0);
    }
    assertThat(messages.stream().flatMap(ModelOnTheStackTest::javaLines).toList()).isEqualTo(code);
  }

  @Test
  void whileTheProviderIsDownTheUserIsToldAndThenGetsTheAnswer() {
    model.answers("Here I am again.");
    model.goesDown();
    String channel = stack.conversation();
    JsonNode question = stack.say(channel, stack.mention() + " are you there?");
    String id = question.path("id").asText();

    Await.value(
        "a word of patience",
        PATIENCE,
        () -> contents(stack.repliesTo(channel, id)),
        found -> found.contains("asking again"));
    model.comesBack();

    assertThat(stack.awaitReply(channel, question)).isEqualTo("Here I am again.");
    assertThat(stack.repliesTo(channel, id).size()).isEqualTo(1);
    assertThat(model.requests()).as("asked once in vain and once more").isEqualTo(2);
  }

  /** While it is streamed, one message shows the end of it. */
  private static boolean isWhole(List<String> messages) {
    return !messages.isEmpty()
        && messages.getFirst().startsWith("Before the code.")
        && messages.getLast().endsWith("The end.");
  }

  /** The lines of code, without their fences. */
  private static Stream<String> javaLines(String message) {
    return message.lines().filter(line -> line.startsWith("int line"));
  }

  /** What the bot has written there, the oldest first. */
  private static List<String> answer(String channel) {
    return stack
        .messages(channel)
        .filter(message -> message.path("author").path("bot").asBoolean())
        .sorted((a, b) -> Long.compare(a.path("id").asLong(), b.path("id").asLong()))
        .map(message -> message.path("content").asText())
        .toList();
  }

  private static String contents(List<JsonNode> messages) {
    return messages.stream()
        .map(message -> message.path("content").asText())
        .collect(Collectors.joining("\n"));
  }
}
