package dev.gatehouse.conversation.answer;

import dev.gatehouse.cloud.table.TableUnavailableException;

/** What the asker is told when we cannot go on: what is wrong, what happens next, who can help. */
final class Excuse {
  private Excuse() {}

  static String of(RuntimeException failure) {
    return failure instanceof TableUnavailableException
        ? excuse("my memory (the table in `CONVERSATIONS_TABLE`)")
        : excuse("the queue to the language model (`TURNS_QUEUE_URL`)");
  }

  private static String excuse(String what) {
    return "⚠️ I cannot answer yet: "
        + what
        + " cannot be reached. I keep your message and try again for some minutes. If it goes on,"
        + " whoever runs this Gatehouse finds the reason in the log of its conversation function.";
  }
}
