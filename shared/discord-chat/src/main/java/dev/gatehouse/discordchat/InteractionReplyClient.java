package dev.gatehouse.discordchat;

import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.MessageFlags;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordApiException;
import dev.gatehouse.discord.rest.RateLimitStatus;
import dev.gatehouse.discord.rest.Routes;
import java.time.InstantSource;

/**
 * The response of an interaction. Its token lives 15 minutes; after that, and for what follows the
 * first message, the bot writes in the channel, where a nonce keeps a repetition from showing twice
 * (<a
 * href="https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages">follow-ups</a>
 * have none). What only the caller may see stays on the token.
 */
record InteractionReplyClient(
    MessageSender sender,
    InstantSource clock,
    InteractionReply target,
    ChannelReplyClient inChannel,
    boolean ephemeral)
    implements ReplyClient {
  @Override
  public ReplyReference reference() {
    return new ReplyReference(ReplyReference.Kind.ORIGINAL, inChannel.first(), ephemeral);
  }

  @Override
  public void edit(MessageEdit edit) {
    if (ephemeral || tokenLives()) {
      editByToken(edit);
    } else {
      inChannel.edit(edit);
    }
  }

  @Override
  public RateLimitStatus pace() {
    return ephemeral || tokenLives()
        ? sender.rest().pace(Routes.editOriginal(application(), target.token()))
        : inChannel.pace();
  }

  @Override
  public void add(MessageCreate message, String nonce) {
    if (ephemeral) {
      followUp(message.withFlags(MessageFlags.EPHEMERAL));
      return;
    }
    try {
      inChannel.add(message, nonce);
    } catch (DiscordApiException e) {
      if (!DiscordErrors.channelIsClosed(e) || !tokenLives()) {
        throw e;
      }
      followUp(message);
    }
  }

  private void editByToken(MessageEdit edit) {
    try {
      sender.respond(target, edit);
    } catch (DiscordApiException e) {
      if (ephemeral || !DiscordErrors.tokenIsOver(e)) {
        throw e;
      }
      inChannel.edit(edit);
    }
  }

  private void followUp(MessageCreate message) {
    sender.followUp(target, message);
  }

  private boolean tokenLives() {
    return clock.instant().isBefore(target.expiresAt());
  }

  private Snowflake application() {
    return Snowflake.of(target.applicationId());
  }
}
