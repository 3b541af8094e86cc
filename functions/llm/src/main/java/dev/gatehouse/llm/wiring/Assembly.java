package dev.gatehouse.llm.wiring;

import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discordchat.DiscordReplies;
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
    Table table = clients.table(settings.conversations().name());
    TurnPorts ports =
        new TurnPorts(
            settings.conversations().turns(table, clock),
            settings.conversations().history(table, clock),
            new DiscordReplies(settings.discord().connect(secrets), clock),
            model,
            new PromptWriter(models.contextTokens(), clock),
            new Slf4jTurnLog());
    return new RunTurn(
        ports, clock, Pauses.real(), StreamingSettings.usual(), () -> UUID.randomUUID().toString());
  }

  /** Loads what the first turn would otherwise wait for; needs no secret. */
  public void prime() {
    Priming.run(environment, () -> clients.touch(settings.conversations().name()));
  }
}
