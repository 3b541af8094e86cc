package dev.gatehouse.chat.reply;

import dev.gatehouse.contracts.ReplyTarget.InteractionReply;

/** Answers that only the person who pressed a button sees. */
public interface Whispers {
  /**
   * Says something to the caller of the interaction alone, leaving the message that holds the
   * button as it is.
   *
   * @throws ReplyException when the platform refuses
   */
  void whisper(InteractionReply target, String text);
}
