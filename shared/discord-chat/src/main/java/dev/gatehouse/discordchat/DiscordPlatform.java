package dev.gatehouse.discordchat;

import dev.gatehouse.chat.platform.AttachedFiles;
import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.chat.platform.PlatformLimits;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.discord.Discord;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Discord as a chat platform. */
public final class DiscordPlatform implements ChatPlatform {
  private static final Set<URI> FILE_ORIGINS =
      Set.of(URI.create("https://cdn.discordapp.com"), URI.create("https://media.discordapp.net"));
  private static final Duration FILE_PATIENCE = Duration.ofSeconds(5);

  private final DiscordSource source;
  private final DiscordReplies replies;
  private final AttachedFiles files;

  /**
   * Through the given client; the clock tells when an interaction's token is over.
   *
   * @param api where that client finds Discord: a stand-in gives its files out itself
   */
  public DiscordPlatform(DiscordRest rest, URI api, InstantSource clock) {
    this.source = new DiscordSource(rest, clock);
    this.files = new HttpFiles(fileOrigins(api), FILE_PATIENCE);
    this.replies = new DiscordReplies(rest, clock);
  }

  /** Discord's own address gives out no files that people attach. */
  private static Set<URI> fileOrigins(URI api) {
    return api.equals(DiscordRestConfig.DISCORD)
        ? FILE_ORIGINS
        : Stream.concat(FILE_ORIGINS.stream(), Stream.of(api)).collect(Collectors.toSet());
  }

  @Override
  public Platform name() {
    return Discord.PLATFORM;
  }

  @Override
  public ChatSource source() {
    return source;
  }

  @Override
  public Replies replies() {
    return replies;
  }

  @Override
  public Optional<EphemeralReplies> ephemeralReplies() {
    return Optional.of(replies);
  }

  @Override
  public AttachedFiles files() {
    return files;
  }

  @Override
  public PlatformLimits limits() {
    return DiscordLimits.CHAT;
  }
}
