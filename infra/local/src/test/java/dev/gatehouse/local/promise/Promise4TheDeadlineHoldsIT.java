package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.Repository;
import dev.gatehouse.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Promise4TheDeadlineHoldsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DISCORD_WAITS = Duration.ofSeconds(3);
  private static final int ATTEMPTS = 5;
  private static final int MESSAGE = 4;
  private static final int DEFERRED = 5;
  private static final long LARGEST = 10L * 1024 * 1024;
  private static final List<String> HEAVY =
      List.of(
          "software/amazon/",
          "io/micronaut/",
          "org/springframework/",
          "com/google/inject/",
          "com/fasterxml/jackson/databind/",
          "io/netty/");

  @Test
  void theFunctionThatMustAnswerFirstCarriesNextToNothing() throws IOException {
    Path jar = Repository.jar("functions/interactions/target/gatehouse-interactions.jar");

    assertThat(Files.size(jar) < LARGEST).as("larger than " + LARGEST + " bytes").isTrue();
    try (JarFile opened = new JarFile(jar.toFile())) {
      List<String> heavy =
          opened.stream()
              .map(entry -> entry.getName())
              .filter(name -> HEAVY.stream().anyMatch(name::startsWith))
              .toList();
      assertThat(heavy).isEmpty();
    }
  }

  /**
   * Discord, as the simulator plays it, is who judges: it waits for three seconds. On a busy
   * machine one attempt may be late; what waits for its answer is late in all.
   */
  @Test
  void aCommandIsDeferredInTimeThoughItsAnswerTakesAsLongAsItWants() throws Exception {
    try (ScriptedModel model = ScriptedModel.open();
        Stack stack = Stack.start(model.settings())) {
      model.answers("At last.");
      model.goesDown();
      String channel = stack.conversation();

      String met = "";
      for (int i = 0; i < ATTEMPTS && !met.equals("deferred"); i++) {
        ObjectNode question = JSON.createObjectNode().put("question", "when?");
        met = stack.command(channel, "ask", question).path("interaction").path("state").asText();
      }

      assertThat(met).isEqualTo("deferred");
      Await.until("the model is asked", () -> model.requests() > 1);
      assertThat(stack.messages(channel).noneMatch(Promise4TheDeadlineHoldsIT::isTheAnswer))
          .isTrue();
      model.comesBack();
      Await.until(
          "the answer",
          () -> stack.messages(channel).anyMatch(Promise4TheDeadlineHoldsIT::isTheAnswer));
    }
  }

  /**
   * With a connection of its own, and with one that an earlier call has left. Here too one attempt
   * in time shows that nothing waits too long by itself.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aQueueThatFallsSilentIsGivenUpInTimeAndTheCallerIsTold(int takenBefore) throws Exception {
    try (FallingSilentQueue queue = FallingSilentQueue.after(takenBefore)) {
      SignedCaller caller = SignedCaller.of(queue.url());
      for (int i = 0; i < takenBefore; i++) {
        assertThat(caller.command("taken-" + i).path("type").asInt()).isEqualTo(DEFERRED);
      }

      Duration fastest = DISCORD_WAITS;
      for (int i = 0; i < ATTEMPTS && fastest.compareTo(DISCORD_WAITS) >= 0; i++) {
        long start = System.nanoTime();
        JsonNode answer = caller.command("silent-" + i);
        fastest = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer.path("type").asInt()).isEqualTo(MESSAGE);
        assertThat(answer.path("data").path("content").asText().contains("does not know whether"))
            .as(answer::toString)
            .isTrue();
      }
      assertThat(fastest.compareTo(DISCORD_WAITS) < 0).as(fastest::toString).isTrue();
    }
  }

  private static boolean isTheAnswer(JsonNode message) {
    return message.path("content").asText().equals("At last.");
  }
}
