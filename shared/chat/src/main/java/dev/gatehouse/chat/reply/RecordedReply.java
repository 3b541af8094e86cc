package dev.gatehouse.chat.reply;

import java.time.Duration;

/**
 * A reply to somebody outside the chats, such as a client of the API: no chat shows it, since the
 * turn's own record holds the answer.
 */
public final class RecordedReply implements Reply {
  @Override
  public String reference() {
    return "recorded";
  }

  @Override
  public Duration show(Draft draft) {
    return Duration.ZERO;
  }

  @Override
  public void finish(Draft draft) {
    // The record is written by whoever runs the turn.
  }
}
