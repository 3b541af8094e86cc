package dev.gatehouse.llm.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.ModelName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FailureMessageTest {
  private static final ModelName NAME = new ModelName("openai", "gpt-x");

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new Failure.RateLimited(Optional.of(Duration.ofSeconds(150))), "3 minutes"),
        Arguments.of(new Failure.RateLimited(Optional.empty()), "a minute"),
        Arguments.of(new Failure.QuotaExhausted(), "top it up"),
        Arguments.of(new Failure.Unauthorized(403), "may use gpt-x"),
        Arguments.of(new Failure.KeyMissing("OPENAI_API_KEY"), "set OPENAI_API_KEY"),
        Arguments.of(new Failure.KeyUnavailable("LLM_API_KEY_SECRET"), "LLM_API_KEY_SECRET"),
        Arguments.of(new Failure.ServerError(529, Optional.empty()), "(529)"),
        Arguments.of(new Failure.ContextTooLong(), "`/clear`"),
        Arguments.of(new Failure.Refused(), "other words"),
        Arguments.of(new Failure.ModelNotFound(), "LLM_MODEL"),
        Arguments.of(new Failure.InvalidRequest(422), "LLM_BASE_URL"),
        Arguments.of(new Failure.Unreachable("127.0.0.1:11434"), "127.0.0.1:11434"),
        Arguments.of(new Failure.TimedOut(Duration.ofSeconds(60)), "60 seconds"),
        Arguments.of(new Failure.BrokenOff(), "Ask again"),
        Arguments.of(new Failure.Unintelligible(), "LLM_BASE_URL"),
        Arguments.of(new Failure.Empty(), "Ask again"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhatCanBeDone(Failure failure, String remedy) {
    assertThat(FailureMessage.of(failure, 1, NAME))
        .contains(remedy)
        .doesNotContain("several times")
        .endsWith(".")
        .doesNotContain("{", "}");
  }

  @Test
  void thatAskingSeveralTimesDidNotHelpIsSaidAfterSeveralTries() {
    assertThat(FailureMessage.of(new Failure.ServerError(503, Optional.empty()), 2, NAME))
        .contains("(503); asking several times did not help.");
  }

  @Test
  void everyFailureIsTriedAbove() {
    List<Class<?>> tried =
        failures().<Class<?>>map(arguments -> arguments.get()[0].getClass()).distinct().toList();

    assertThat(tried)
        .containsAll(
            Stream.of(Failure.class, Failure.Passing.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .filter(type -> !type.isInterface())
                .toList());
  }
}
