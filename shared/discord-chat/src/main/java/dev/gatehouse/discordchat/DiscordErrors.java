package dev.gatehouse.discordchat;

import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.discord.rest.DiscordApiException;
import dev.gatehouse.discord.rest.DiscordConnectionException;
import dev.gatehouse.discord.rest.DiscordException;
import dev.gatehouse.discord.rest.DiscordRefusedException;
import dev.gatehouse.discord.rest.ErrorCode;
import java.util.Set;
import java.util.function.Supplier;

/** What an error of Discord's means for a reply. */
final class DiscordErrors {
  private static final Set<Integer> TOKEN_IS_OVER =
      Set.of(
          ErrorCode.UNKNOWN_WEBHOOK,
          ErrorCode.UNKNOWN_INTERACTION,
          ErrorCode.INVALID_WEBHOOK_TOKEN);
  private static final Set<Integer> CHANNEL_IS_CLOSED =
      Set.of(
          ErrorCode.UNKNOWN_CHANNEL,
          ErrorCode.MISSING_ACCESS,
          ErrorCode.MISSING_PERMISSIONS,
          ErrorCode.CANNOT_SEND_TO_USER);

  /** Without the permission to attach files, a message with one is refused like any other. */
  private static final Set<Integer> FILES_ARE_REFUSED =
      Set.of(
          ErrorCode.EXPLICIT_CONTENT,
          ErrorCode.REQUEST_TOO_LARGE,
          ErrorCode.MISSING_PERMISSIONS,
          ErrorCode.INVALID_FILE);

  private static final int TOO_LARGE = 413;

  private DiscordErrors() {}

  /** Runs a call and turns its failure into one that the port knows. */
  static <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (DiscordException e) {
      throw new ReplyException("Discord did not take the reply: " + e.getMessage(), passes(e), e);
    }
  }

  /** Whether an interaction can no longer be answered by its token. */
  static boolean tokenIsOver(DiscordApiException e) {
    return TOKEN_IS_OVER.contains(e.code());
  }

  /** Whether the bot may not write in the channel. */
  static boolean channelIsClosed(DiscordApiException e) {
    return CHANNEL_IS_CLOSED.contains(e.code());
  }

  /** Whether a message with files may have been refused for these. */
  static boolean refusesFiles(DiscordApiException e) {
    return e.status() == TOO_LARGE
        || FILES_ARE_REFUSED.contains(e.code())
        || e.fieldErrors().stream().anyMatch(error -> error.path().startsWith("attachments"));
  }

  /** A bad token counts as passing: the reply is good once the token is. */
  private static boolean passes(DiscordException e) {
    return switch (e) {
      case DiscordApiException answered ->
          answered.status() >= 500
              || answered.status() == 429
              || (answered.status() == 401 && !tokenIsOver(answered));
      case DiscordConnectionException unanswered -> true;
      case DiscordRefusedException unsent -> true;
    };
  }
}
