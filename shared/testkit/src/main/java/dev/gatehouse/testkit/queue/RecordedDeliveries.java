package dev.gatehouse.testkit.queue;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueDeliveries;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a consumer says to its queue. Safe for many threads. */
public final class RecordedDeliveries implements QueueDeliveries {
  /** One change of a visibility. */
  public record Visibility(String receipt, Duration away) {}

  /** One message that was put among the dead letters. */
  public record Buried(String messageId, String group, String reason) {}

  private final List<Visibility> visibilities = new CopyOnWriteArrayList<>();
  private final List<Buried> buried = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  /** From now on each call fails, as it does while the queue cannot be reached. */
  public void goDown() {
    down = true;
  }

  /** The changes, in order. */
  public List<Visibility> visibilities() {
    return List.copyOf(visibilities);
  }

  /** The dead letters, in order. */
  public List<Buried> buried() {
    return List.copyOf(buried);
  }

  @Override
  public void changeVisibility(String receipt, Duration wait) {
    requireUp();
    visibilities.add(new Visibility(receipt, wait));
  }

  @Override
  public void sendToDeadLetters(OutgoingMessage message, String reason) {
    requireUp();
    buried.add(new Buried(message.deduplicationId(), message.groupId(), reason));
  }

  private void requireUp() {
    if (down) {
      throw new QueueUnavailableException("the queue cannot be reached", null);
    }
  }
}
