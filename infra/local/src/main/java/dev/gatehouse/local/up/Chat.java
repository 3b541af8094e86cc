package dev.gatehouse.local.up;

import dev.gatehouse.assistant.command.AssistantCommands;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.ApplicationEdit;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import dev.gatehouse.discordchat.SlashCommands;
import dev.gatehouse.simulator.SimulatedApplication;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/** The simulated Discord, with our application in it. */
final class Chat implements AutoCloseable {
  /** Opens nothing but this simulator. */
  private static final String TOKEN = "gatehouse-local";

  private final Simulator simulator;
  private final SimulatedApplication application;
  private final LongSupplier nanoTime;

  private Chat(Simulator simulator, LongSupplier nanoTime) {
    this.simulator = simulator;
    this.nanoTime = nanoTime;
    this.application = simulator.register("gatehouse", TOKEN);
  }

  static Chat start(int port, Clock clock, LongSupplier nanoTime) {
    return new Chat(Simulator.start(SimulatorConfig.standard(clock).withPort(port)), nanoTime);
  }

  /** Where the page is. */
  String url() {
    return simulator.url();
  }

  /** What the template wants to know of the application. */
  Map<String, String> parameters() {
    return Map.of(
        "DiscordApplicationId", String.valueOf(application.id()),
        "DiscordPublicKey", application.publicKey(),
        "DiscordToken", TOKEN,
        "DiscordApiUrl", simulator.apiUrl());
  }

  /** What a bridge must know to log in. */
  Map<String, String> forBridge() {
    return Map.of("DISCORD_TOKEN", TOKEN, "DISCORD_API_URL", simulator.apiUrl());
  }

  /**
   * Registers the slash commands, then the endpoint that answers them, which Discord tries with a
   * PING and a bad signature before it accepts it.
   */
  void connect(URI interactionsEndpoint) {
    DiscordRest rest =
        DiscordRest.create(
            DiscordRestConfig.of(Secret.of(TOKEN)).withBaseUrl(URI.create(simulator.apiUrl())),
            nanoTime);
    SlashCommands.register(rest, new Snowflake(application.id()), AssistantCommands.catalog());
    rest.editCurrentApplication(
        ApplicationEdit.interactionsEndpoint(interactionsEndpoint.toString()));
  }

  @Override
  public void close() {
    simulator.close();
  }
}
