package dev.gatehouse.chat.reply;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import java.util.Optional;

/** Opens replies on one chat platform. */
public interface Replies {
  /**
   * Shows the first form of a reply: sends a message, or edits the deferred response.
   *
   * @param key unique for the reply and stable across retries, so that a second call after a crash
   *     does not send a second message; of any length
   * @throws ReplyException when the platform refuses
   */
  Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first);

  /** Takes up a reply that was opened before, from what {@link Reply#reference()} gave. */
  Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference);

  /**
   * Tells the person who asked, in another place, what cannot be shown where it was asked.
   *
   * @param userId who asked
   * @param key as for {@link #open}
   * @param text the answer as far as there is one; may be blank
   * @return whether the person was reached
   */
  default boolean tellElsewhere(
      ConversationId conversation, ReplyTarget target, String userId, String key, String text) {
    return false;
  }

  /** Says that an answer is on its way, for some seconds; failing to do so is not an error. */
  void showTyping(ConversationId conversation);
}
