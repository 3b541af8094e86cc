package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.rest.RateLimitStatus;

/** The messages of one reply: the first, which is edited, and those after it. */
interface ReplyClient {
  ReplyReference reference();

  /** Changes the first message. */
  void edit(MessageEdit edit);

  /** How often the first message may be changed. */
  RateLimitStatus pace();

  /**
   * Sends a further message.
   *
   * @param nonce the same for the same message when it is sent again
   */
  void add(MessageCreate message, String nonce);
}
