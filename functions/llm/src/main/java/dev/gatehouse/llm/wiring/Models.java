package dev.gatehouse.llm.wiring;

import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.Pauses;
import dev.gatehouse.llm.search.ProjectFiles;
import dev.gatehouse.llm.standin.StandInModel;
import java.time.Clock;
import java.time.Duration;

/** Makes the model that the settings name. */
final class Models {
  private static final Duration STAND_IN_PACE = Duration.ofMillis(12);

  private Models() {}

  static LanguageModel of(LlmSettings settings, SecretStore secrets, Clock clock) {
    return standIn(settings);
  }

  static int contextTokens(Provider provider) {
    return switch (provider) {
      case ANTHROPIC, OPENAI, STAND_IN -> 32_000;
      case OLLAMA -> 6_000;
    };
  }

  private static LanguageModel standIn(LlmSettings settings) {
    ProjectFiles files = new ProjectFiles(settings.directories(), settings.mostBytesPerFile());
    return new StandInModel(new KnowledgeSource(files).begin(), Pauses.real(), STAND_IN_PACE);
  }
}
