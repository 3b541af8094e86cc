package dev.gatehouse.local.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.interactions.InteractionsHandler;
import dev.gatehouse.local.Repository;
import dev.gatehouse.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Promise4TheDeadlineHoldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DISCORD_WAITS = Duration.ofSeconds(3);
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
    Path jar = Repository.file("functions/interactions/target/gatehouse-interactions.jar");
    Assumptions.assumeTrue(
        Files.exists(jar), jar + " is not built; ./gatehouse mvn package builds it");

    assertTrue(Files.size(jar) < LARGEST, "larger than " + LARGEST + " bytes");
    try (JarFile opened = new JarFile(jar.toFile())) {
      List<String> heavy =
          opened.stream()
              .map(entry -> entry.getName())
              .filter(name -> HEAVY.stream().anyMatch(name::startsWith))
              .toList();
      assertEquals(List.of(), heavy);
    }
  }

  @Test
  void theFunctionIsAPlainStreamHandler() {
    assertEquals(Object.class, InteractionsHandler.class.getSuperclass());
    assertEquals(
        List.of(RequestStreamHandler.class), List.of(InteractionsHandler.class.getInterfaces()));
  }

  /** Discord, as the simulator plays it, is who judges: it waits for three seconds. */
  @Test
  void aCommandIsDeferredInTimeThoughItsAnswerTakesAsLongAsItWants() throws Exception {
    try (ScriptedModel model = ScriptedModel.open();
        Stack stack = Stack.start(model.settings())) {
      model.answers("At last.");
      model.goesDown();
      String channel = stack.conversation();

      JsonNode met =
          stack.command(channel, "ask", JSON.createObjectNode().put("question", "when?"));

      assertEquals("deferred", met.path("interaction").path("state").asText(), met::toString);
      Await.until("the model is asked", () -> model.requests() > 1);
      assertTrue(stack.messages(channel).noneMatch(Promise4TheDeadlineHoldsTest::isTheAnswer));
      model.comesBack();
      Await.until(
          "the answer",
          () -> stack.messages(channel).anyMatch(Promise4TheDeadlineHoldsTest::isTheAnswer));
    }
  }

  /** With a connection of its own, and with one that an earlier call has left. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aQueueThatFallsSilentIsGivenUpInTimeAndTheCallerIsTold(int takenBefore) throws Exception {
    try (FallingSilentQueue queue = FallingSilentQueue.after(takenBefore)) {
      SignedCaller caller = SignedCaller.of(queue.url());
      for (int i = 0; i < takenBefore; i++) {
        assertEquals(DEFERRED, caller.command("taken-" + i).path("type").asInt());
      }

      JsonNode answer = assertTimeoutPreemptively(DISCORD_WAITS, () -> caller.command("silent"));

      assertEquals(MESSAGE, answer.path("type").asInt());
      assertTrue(
          answer.path("data").path("content").asText().contains("nothing was started"),
          answer::toString);
    }
  }

  private static boolean isTheAnswer(JsonNode message) {
    return message.path("content").asText().equals("At last.");
  }
}
