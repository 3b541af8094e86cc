package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.RateLimitStatus;
import dev.gatehouse.discord.rest.Routes;

/** Messages in a channel, sent and edited as the bot. */
record ChannelReplyClient(MessageSender sender, Snowflake channel, Snowflake first)
    implements ReplyClient {
  @Override
  public ReplyReference reference() {
    return new ReplyReference(ReplyReference.Kind.CHANNEL, first, false);
  }

  @Override
  public void edit(MessageEdit edit) {
    sender.edit(channel, first, edit);
  }

  @Override
  public RateLimitStatus pace() {
    return sender.rest().pace(Routes.editMessage(channel, first));
  }

  @Override
  public void add(MessageCreate message, String nonce) {
    sender.create(channel, message.withNonce(nonce));
  }
}
