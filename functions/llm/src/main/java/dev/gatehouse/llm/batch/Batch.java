package dev.gatehouse.llm.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Works through a batch in order. After a failure the later messages of the same FIFO group are
 * left alone and reported with it, so that the group's order holds; other groups go on (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Lambda</a>).
 */
public final class Batch {
  private Batch() {}

  /** What is done with one message. */
  @FunctionalInterface
  public interface Work {
    /** Whether the message is done with, so that its queue may forget it. */
    boolean on(SqsRecord message);
  }

  /** Returns the ids of the messages that the queue is to offer again. */
  public static List<String> run(List<SqsRecord> messages, Work work) {
    List<String> failed = new ArrayList<>();
    Set<String> blocked = new HashSet<>();
    for (SqsRecord message : messages) {
      if (blocked.contains(message.groupId()) || !work.on(message)) {
        failed.add(message.messageId());
        if (!message.groupId().isEmpty()) {
          blocked.add(message.groupId());
        }
      }
    }
    return failed;
  }
}
