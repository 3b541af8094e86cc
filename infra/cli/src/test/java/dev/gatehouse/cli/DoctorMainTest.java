package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of the model, with no token and so with no call. */
final class DoctorMainTest {
  @ParameterizedTest
  @CsvSource({
    "'', degraded  no model configured",
    "LLM_PROVIDER=stand-in, degraded  no model configured",
    "LLM_PROVIDER=anthropic, broken    anthropic has no key",
    "LLM_PROVIDER=openai, broken    openai has no key",
    "LLM_PROVIDER=oracle, broken    LLM_PROVIDER: must be one of anthropic",
    "LLM_API_KEY=k, broken    LLM_PROVIDER: must be set when LLM_API_KEY is",
    "OPENAI_API_KYE=k, broken    OPENAI_API_KYE: is not a setting of Gatehouse",
    "LOCAL_MODEL_PATH=/a.gguf, degraded  LOCAL_MODEL_PATH is set and not read"
  })
  void noModelIsClaimedThatCannotAnswer(String environment, String line) {
    String said = examine(environment);

    assertThat(said.lines().anyMatch(l -> l.startsWith(line))).as(said).isTrue();
    assertThat(said).doesNotContain("a model is configured");
  }

  @ParameterizedTest
  @CsvSource({
    "ANTHROPIC_API_KEY=k, anthropic",
    "LLM_PROVIDER=openai LLM_API_KEY=k, openai",
    "LLM_PROVIDER=openai LLM_BASE_URL=http://127.0.0.1:8000/v1, openai",
    "LLM_PROVIDER=ollama, ollama"
  })
  void aModelThatCanAnswerIsNamed(String environment, String provider) {
    String said = examine(environment);

    assertThat(said).contains("fine      a model is configured: " + provider + ", ");
  }

  @Test
  void aMissingKeyIsToldWithItsRemedy() {
    String said = examine("LLM_PROVIDER=anthropic");

    assertThat(said).contains("-> set ANTHROPIC_API_KEY");
  }

  /** Without a token something is always broken. */
  private static String examine(String environment) {
    Map<String, String> variables =
        Arrays.stream(environment.split(" "))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(DoctorMain.run(variables, new PrintStream(bytes, true, StandardCharsets.UTF_8)))
        .isEqualTo(1);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
