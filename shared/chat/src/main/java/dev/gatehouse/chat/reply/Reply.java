package dev.gatehouse.chat.reply;

import java.time.Duration;

/** One reply that grows while it is written. */
public interface Reply {
  /** What {@link Replies#resume} needs to go on with this reply, for storing. */
  String reference();

  /**
   * Replaces what the reply shows. A draft that is longer than one message shows its end.
   *
   * @return how long to wait before the next call, by the platform's rate limits; never negative
   */
  Duration show(Draft draft);

  /**
   * Replaces what the reply shows for good: splits it into several messages, or attaches it as a
   * file, when it is longer than one message.
   */
  void finish(Draft draft);
}
