package dev.gatehouse.chat.reply;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;

/** Answers that only the person who pressed a button sees. */
@FunctionalInterface
public interface EphemeralReplies {
  /**
   * Says something to the caller of the interaction alone, leaving the message that holds the
   * button as it is.
   *
   * @param key unique for the reply and stable across retries, as for {@link Replies#open}
   * @throws ReplyException when the platform refuses
   */
  void tell(ConversationId conversation, InteractionReply target, String key, String text);
}
