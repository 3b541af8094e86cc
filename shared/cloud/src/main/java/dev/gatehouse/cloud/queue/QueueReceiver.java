package dev.gatehouse.cloud.queue;

import java.time.Duration;
import java.util.List;

/** Takes messages from one queue. */
public interface QueueReceiver {
  /** Waits up to {@code wait} (at most 20 s) for up to {@code most} (at most 10) messages. */
  List<ReceivedMessage> receive(int most, Duration wait);

  /** Ends a message: it was handled. */
  void delete(ReceivedMessage message);
}
