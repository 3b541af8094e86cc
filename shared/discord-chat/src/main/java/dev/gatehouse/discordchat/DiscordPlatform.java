package dev.gatehouse.discordchat;

import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.chat.platform.PlatformLimits;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.discord.Discord;
import dev.gatehouse.discord.rest.DiscordRest;
import java.time.InstantSource;
import java.util.Optional;

/** Discord as a chat platform. */
public final class DiscordPlatform implements ChatPlatform {
  private final DiscordSource source;
  private final DiscordReplies replies;

  /** Through the given client; the clock tells when an interaction's token is over. */
  public DiscordPlatform(DiscordRest rest, InstantSource clock) {
    this.source = new DiscordSource(rest);
    this.replies = new DiscordReplies(rest, clock);
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
  public PlatformLimits limits() {
    return DiscordLimits.CHAT;
  }
}
