package dev.gatehouse.testkit.queue;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import java.time.Instant;

/** A message in the queue; each time it is handed out its receipt changes. */
final class StoredMessage {
  private final String messageId;
  private final OutgoingMessage message;
  private int receiveCount;
  private Instant visibleAt = Instant.MIN;

  StoredMessage(String messageId, OutgoingMessage message) {
    this.messageId = messageId;
    this.message = message;
  }

  OutgoingMessage message() {
    return message;
  }

  String groupId() {
    return message.groupId();
  }

  int receiveCount() {
    return receiveCount;
  }

  Instant visibleAt() {
    return visibleAt;
  }

  boolean isVisible(Instant now) {
    return !visibleAt.isAfter(now);
  }

  ReceivedMessage handOut(Instant invisibleUntil) {
    receiveCount++;
    visibleAt = invisibleUntil;
    return new ReceivedMessage(
        messageId, message.groupId(), receipt(), receiveCount, message.body());
  }

  String receipt() {
    return messageId + "#" + receiveCount;
  }
}
