package dev.gatehouse.cli;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.rest.DiscordException;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Looks at the machine, the settings and the application, and says what to do. */
final class Doctor {
  private static final int WANTED_JAVA = 25;

  private final Settings settings;
  private final LongSupplier nanoTime;

  Doctor(Settings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.addAll(ModelChecks.run(ModelSettings.of(settings)));
    Optional<Secret> token = settings.secret("DISCORD_TOKEN");
    if (token.isEmpty()) {
      findings.add(
          new Finding.Broken(
              "DISCORD_TOKEN is not set, so nothing of Discord was checked",
              "set it to the token under Bot in https://discord.com/developers/applications"
                  + " (./gatehouse up needs none)"));
      return findings;
    }
    examineDiscord(rest(settings, token.get(), nanoTime), findings);
    return findings;
  }

  /** A client for the configured Discord, real or simulated. */
  static DiscordRest rest(Settings settings, Secret token, LongSupplier nanoTime) {
    DiscordRestConfig config = DiscordRestConfig.of(token);
    return DiscordRest.create(
        settings.address("DISCORD_API_URL").map(config::withBaseUrl).orElse(config), nanoTime);
  }

  private void examineDiscord(DiscordRest discord, List<Finding> findings) {
    findings.addAll(
        asking(() -> new ApplicationChecks(discord.currentApplication(), settings).run()));
    findings.addAll(asking(() -> List.of(GatewayChecks.run(discord.gatewayBot()))));
  }

  private static List<Finding> asking(Supplier<List<Finding>> checks) {
    try {
      return checks.get();
    } catch (DiscordException e) {
      return List.of(
          new Finding.Broken(
              "Discord answered: " + e.getMessage(),
              "401 means that DISCORD_TOKEN is wrong or was reset; otherwise see"
                  + " https://discordstatus.com and this machine's way to the internet"));
    }
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    return version == WANTED_JAVA
        ? new Finding.Fine("Java " + version)
        : new Finding.Broken(
            "Java " + version + " runs this",
            "install a JDK " + WANTED_JAVA + " and set JAVA_HOME");
  }
}
