package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.RateLimitStatus;
import dev.gatehouse.discord.rest.Routes;

/** Messages in a channel, sent and edited as the bot. */
record ChannelReplyClient(DiscordRest rest, Snowflake channel, Snowflake first)
    implements ReplyClient {
  @Override
  public ReplyReference reference() {
    return new ReplyReference(ReplyReference.Kind.CHANNEL, first, false);
  }

  @Override
  public void edit(MessageEdit edit) {
    rest.editMessage(channel, first, edit);
  }

  @Override
  public RateLimitStatus pace() {
    return rest.pace(Routes.editMessage(channel, first));
  }

  @Override
  public void add(MessageCreate message, String nonce) {
    rest.createMessage(channel, message.withNonce(nonce));
  }
}
