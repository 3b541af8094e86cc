package dev.gatehouse.discordchat;

import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.contracts.settings.SecretSetting;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import java.net.URI;

/**
 * Where Discord is, and as whom a function speaks there.
 *
 * @param api the REST address
 * @param token the bot's token itself, or where it is kept
 */
public record DiscordSettings(URI api, SecretSetting token) {
  /** Reads and checks them; each that is wrong is named. */
  public static DiscordSettings of(Settings settings) {
    return new DiscordSettings(
        settings.address("DISCORD_API_URL").orElse(DiscordRestConfig.DISCORD),
        SecretSetting.discordToken(settings));
  }

  /** Makes a client; the token is fetched for it when a secret holds it. */
  public DiscordRest connect(SecretStore secrets) {
    return DiscordRest.create(DiscordRestConfig.of(secrets.resolve(token)).withBaseUrl(api));
  }
}
