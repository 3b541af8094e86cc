package dev.gatehouse.discordchat;

import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatPlatformProvider;
import dev.gatehouse.chat.platform.PlatformContext;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
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
    return token(context)
        .map(token ->
            () ->
                new DiscordPlatform(
                    DiscordRest.create(DiscordRestConfig.of(token.get()).withBaseUrl(api)),
                    context.clock()));
  }

  @Override
  public InvalidSettingException notConfigured() {
    return new InvalidSettingException(
        TOKEN,
        "is not set; it must hold the bot's token, or "
            + TOKEN_SECRET
            + " the name of a secret that does");
  }

  /** The secret that is named goes first, as the template passes the other one blank. */
  private static Optional<Supplier<Secret>> token(PlatformContext context) {
    Settings settings = context.settings();
    return settings
        .text(TOKEN_SECRET)
        .<Supplier<Secret>>map(name -> () -> stored(context, name))
        .or(() -> settings.secret(TOKEN).map(token -> () -> token));
  }

  private static Secret stored(PlatformContext context, String name) {
    return context
        .secrets()
        .find(name)
        .orElseThrow(() ->
            new InvalidSettingException(
                TOKEN_SECRET,
                "names the secret " + name + ", which does not exist or is empty"));
  }
}
