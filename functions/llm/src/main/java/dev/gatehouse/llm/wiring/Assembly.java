package dev.gatehouse.llm.wiring;

import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.PlatformContext;
import dev.gatehouse.chat.platform.PlatformReplies;
import dev.gatehouse.cloud.queue.QueueDeliveries;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.lambda.Lazy;
import dev.gatehouse.lambda.Priming;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.Pauses;
import dev.gatehouse.llm.prompt.PromptWriter;
import dev.gatehouse.llm.turn.RunTurn;
import dev.gatehouse.llm.turn.StreamingSettings;
import dev.gatehouse.llm.turn.TurnPorts;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The function, put together. Settings are checked when it is made; secrets are fetched when the
 * first turn needs them, since a snapshot of a started function must not hold them.
 */
public final class Assembly {
  private final Map<String, String> environment;
  private final LlmSettings settings;
  private final AwsClients clients;
  private final Clock clock;
  private final Lazy<PlatformReplies> replies;
  private final Models models;
  private final LanguageModel model;

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the setting that is missing or wrong
   */
  public Assembly(Map<String, String> environment, Clock clock, LongSupplier nanoTime) {
    this.environment = Map.copyOf(environment);
    Settings all = Settings.of(Part.LLM, environment);
    this.settings = LlmSettings.of(all);
    this.clients = AwsClients.of(all);
    this.clock = clock;
    SecretStore secrets = clients.secrets(clock);
    Supplier<ChatPlatforms> platforms =
        ChatPlatforms.configured(new PlatformContext(all, secrets, clock, nanoTime));
    this.replies = new Lazy<>(() -> new PlatformReplies(platforms.get()));
    this.models = new Models(settings, secrets, clock, RandomGenerator.getDefault(), Pauses.real());
    this.model = models.model();
  }

  /** The use case on its adapters. */
  public RunTurn runTurn() {
    Table table = clients.table(settings.conversations().name());
    TurnPorts ports =
        new TurnPorts(
            settings.conversations().turns(table, clock),
            settings.conversations().history(table, clock),
            replies.get(),
            model,
            new PromptWriter(models.contextTokens(), clock),
            new Slf4jTurnLog());
    return new RunTurn(
        ports, clock, Pauses.real(), StreamingSettings.usual(), () -> UUID.randomUUID().toString());
  }

  /** The queue that turns come from. */
  public QueueDeliveries deliveries() {
    return clients.deliveries(settings.turnsQueue(), settings.deadLetters());
  }

  /**
   * Checks that the turn's answer can be shown.
   *
   * @throws dev.gatehouse.contracts.InvalidFieldException naming the platform that is not served
   */
  public void requireServed(TurnRequested turn) {
    replies.get().requireServed(turn.conversation(), turn.reply());
  }

  /** Loads what the first turn would otherwise wait for; needs no secret. */
  public void prime() {
    Priming.run(environment, () -> clients.touch(settings.conversations().name()));
  }
}
