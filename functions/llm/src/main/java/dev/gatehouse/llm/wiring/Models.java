package dev.gatehouse.llm.wiring;

import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.retry.Backoff;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.llm.adapter.ModelEndpoint;
import dev.gatehouse.llm.adapter.OllamaChat;
import dev.gatehouse.llm.adapter.Protocol;
import dev.gatehouse.llm.adapter.ServedModel;
import dev.gatehouse.llm.adapter.Timeouts;
import dev.gatehouse.llm.model.ContextTrimmingModel;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.Pauses;
import dev.gatehouse.llm.model.RetryingModel;
import dev.gatehouse.llm.search.BundledDocuments;
import dev.gatehouse.llm.search.ProjectFiles;
import dev.gatehouse.llm.standin.Documents;
import dev.gatehouse.llm.standin.StandInModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes the model that the settings name, with its decorators from the inside out. */
final class Models {
  private static final Duration STAND_IN_PACE = Duration.ofMillis(12);
  private static final int ATTEMPTS = 5;
  private static final int CONTEXT = 32_000;
  private static final int OLLAMA_ROOM_FOR_ANSWER = 2_048;

  private final LlmSettings settings;
  private final SecretStore secrets;
  private final Clock clock;
  private final RandomGenerator random;
  private final Pauses pauses;

  Models(
      LlmSettings settings,
      SecretStore secrets,
      Clock clock,
      RandomGenerator random,
      Pauses pauses) {
    this.settings = settings;
    this.secrets = secrets;
    this.clock = clock;
    this.random = random;
    this.pauses = pauses;
  }

  LanguageModel model() {
    return switch (settings.model().provider()) {
      case ANTHROPIC -> served(Protocol.ANTHROPIC);
      case OPENAI -> served(Protocol.OPENAI);
      case OLLAMA -> served(Protocol.OLLAMA);
      case STAND_IN -> standIn();
    };
  }

  /** How many tokens of conversation a prompt may have. */
  int contextTokens() {
    return switch (settings.model().provider()) {
      case ANTHROPIC, OPENAI, STAND_IN -> CONTEXT;
      case OLLAMA -> OllamaChat.CONTEXT - OLLAMA_ROOM_FOR_ANSWER;
    };
  }

  private LanguageModel served(Protocol protocol) {
    LanguageModel asked = new ServedModel(protocol, endpoint(protocol), Timeouts.usual(), clock);
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20), random);
    LanguageModel persistent = new RetryingModel(asked, ATTEMPTS, backoff, pauses, clock);
    return new ContextTrimmingModel(persistent);
  }

  private ModelEndpoint endpoint(Protocol protocol) {
    ModelSettings model = settings.model();
    return new ModelEndpoint(
        model.model(),
        model.baseUrl().orElse(protocol.usualBaseUrl()),
        key(model),
        model.keySetting());
  }

  private Supplier<Optional<Secret>> key(ModelSettings model) {
    return () -> model.key().flatMap(setting -> secrets.find(setting));
  }

  /** Its documents are read beside the start, so that no question waits for them. */
  private LanguageModel standIn() {
    ProjectFiles files = new ProjectFiles(settings.directories(), settings.mostBytesPerFile());
    Supplier<Documents> documents =
        CompletableFuture.supplyAsync(
                () -> new Documents(BundledDocuments.passages(), files.read()),
                reading -> Thread.ofVirtual().name("stand-in-index").start(reading))
            ::join;
    return new StandInModel(documents, pauses, STAND_IN_PACE);
  }
}
