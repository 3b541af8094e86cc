package dev.gatehouse.llm.wiring;

import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import dev.gatehouse.discordchat.DiscordReplies;
import dev.gatehouse.lambda.Priming;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.Pauses;
import dev.gatehouse.llm.prompt.PromptWriter;
import dev.gatehouse.llm.turn.RunTurn;
import dev.gatehouse.llm.turn.StreamingSettings;
import dev.gatehouse.llm.turn.TurnPorts;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The function, put together. Settings are checked when it is made; secrets are fetched when the
 * first turn needs them, since a snapshot of a started function must not hold them.
 */
public final class Assembly {
  /** Longer than any queue keeps a message, so that a late one finds its turn ended. */
  private static final Duration TURNS_KEPT = Duration.ofDays(30);

  private final Map<String, String> environment;
  private final LlmSettings settings;
  private final AwsClients clients;
  private final Clock clock;
  private final SecretStore secrets;
  private final Models models;
  private final LanguageModel model;

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the setting that is missing or wrong
   */
  public Assembly(Map<String, String> environment, Clock clock) {
    this.environment = Map.copyOf(environment);
    this.settings = LlmSettings.of(environment);
    this.clients = AwsClients.of(Settings.of(environment));
    this.clock = clock;
    this.secrets = clients.secrets(clock);
    this.models = new Models(settings, secrets, clock, RandomGenerator.getDefault());
    this.model = models.model();
  }

  /** The use case on its adapters. */
  public RunTurn runTurn() {
    Table table = clients.table(settings.conversationsTable());
    TurnPorts ports =
        new TurnPorts(
            new TableTurnStore(table, clock, TURNS_KEPT),
            TableHistory.keepingFor(settings.historyTtl(), table, clock),
            new DiscordReplies(rest(), clock),
            model,
            new PromptWriter(models.contextTokens(), clock),
            new Slf4jTurnLog());
    return new RunTurn(
        ports, clock, Pauses.real(), StreamingSettings.usual(), () -> UUID.randomUUID().toString());
  }

  /** Loads what the first turn would otherwise wait for; needs no secret. */
  public void prime() {
    Priming.run(environment, () -> clients.touch(settings.conversationsTable()));
  }

  private DiscordRest rest() {
    return DiscordRest.create(
        DiscordRestConfig.of(secrets.resolve(settings.discordToken()))
            .withBaseUrl(settings.discordApi()));
  }
}
