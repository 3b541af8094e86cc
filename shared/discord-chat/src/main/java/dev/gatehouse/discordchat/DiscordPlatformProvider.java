package dev.gatehouse.discordchat;

import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatPlatformProvider;
import dev.gatehouse.chat.platform.PlatformContext;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.SecretSetting;
import dev.gatehouse.discord.Discord;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves Discord when the settings hold the bot's token, or name the secret that does. */
public final class DiscordPlatformProvider implements ChatPlatformProvider {
  private static final String TOKEN = "DISCORD_TOKEN";
  private static final String TOKEN_SECRET = "DISCORD_TOKEN_SECRET";

  @Override
  public Platform platform() {
    return Discord.PLATFORM;
  }

  @Override
  public Optional<Supplier<ChatPlatform>> configure(PlatformContext context) {
    URI api = context.settings().address("DISCORD_API_URL").orElse(DiscordRestConfig.DISCORD);
    return SecretSetting.given(context.settings(), TOKEN)
        .or(() -> SecretSetting.kept(context.settings(), TOKEN_SECRET))
        .map(token -> () -> platform(context, token, api));
  }

  @Override
  public InvalidSettingException notConfigured() {
    return new InvalidSettingException(
        TOKEN,
        "is not set; it must hold the bot's token, or "
            + TOKEN_SECRET
            + " the name of a secret that does");
  }

  private static ChatPlatform platform(PlatformContext context, SecretSetting token, URI api) {
    DiscordRestConfig config = DiscordRestConfig.of(context.secrets().resolve(token));
    return new DiscordPlatform(
        DiscordRest.create(config.withBaseUrl(api), context.nanoTime()), api, context.clock());
  }
}
