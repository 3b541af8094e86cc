package dev.gatehouse.llm.turn;

import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.llm.model.Ending;

/** What ended the streaming of an answer. */
sealed interface StreamResult {
  /** The model did, in whichever way. */
  record ModelEnded(Ending ending) implements StreamResult {}

  /** A person pressed the stop button. */
  record Stopped() implements StreamResult {}

  /** The function's time is nearly over. */
  record OutOfTime() implements StreamResult {}

  /** Another worker has taken the turn. */
  record LeaseLost() implements StreamResult {}

  /** The platform takes no reply there any more. */
  record ChannelGone(ReplyException why) implements StreamResult {}
}
