package dev.gatehouse.chat.reply;

import java.time.Duration;

/**
 * A reply to somebody outside the chats, such as a client of the API: no chat shows it; the
 * conversation's history holds the answer.
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
    // Whoever runs the turn writes the history.
  }
}
