package dev.gatehouse.bridge;

import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One process's way to a queue, which gives nothing until it is opened. */
final class GatedQueue implements QueueReceiver {
  private final QueueReceiver queue;
  private final CountDownLatch gate = new CountDownLatch(1);

  GatedQueue(QueueReceiver queue) {
    this.queue = queue;
  }

  void open() {
    gate.countDown();
  }

  @Override
  public List<ReceivedMessage> receive(int most, Duration wait) {
    try {
      return gate.await(wait.toMillis(), TimeUnit.MILLISECONDS)
          ? queue.receive(most, wait)
          : List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public void delete(ReceivedMessage message) {
    queue.delete(message);
  }
}
