package dev.gatehouse.discordchat;

import dev.gatehouse.chat.platform.PlatformLimits;
import dev.gatehouse.discord.text.MessageSplitter;
import java.time.Duration;

/**
 * How much Discord shows (<a
 * href="https://docs.discord.com/developers/interactions/application-commands#application-command-object">commands</a>,
 * <a href="https://docs.discord.com/developers/components/reference#button">buttons</a>, <a
 * href="https://docs.discord.com/developers/resources/message#create-message">messages</a>).
 */
final class DiscordLimits {
  /** Buttons stand in one row, which holds five. An interaction's token lives 15 minutes. */
  static final PlatformLimits CHAT =
      new PlatformLimits(
          MessageSplitter.DISCORD_LIMIT, 5, 100, 25, 32, 100, Duration.ofMinutes(15));

  /** Characters of a message's nonce. */
  static final int NONCE = 25;

  /** Characters of a command's text option. */
  static final int OPTION_TEXT = 6000;

  private DiscordLimits() {}
}
