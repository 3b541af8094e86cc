package dev.gatehouse.bridge;

import dev.gatehouse.bridge.outbox.BatchSender;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawBatch;
import dev.gatehouse.cloud.sqs.RawEntry;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.QueueMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A FIFO queue that keeps what it took, each deduplication id once. */
final class RecordingQueue implements BatchSender {
  private final List<QueueMessage> messages = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private int repeated;

  @Override
  public synchronized List<SendOutcome> sendBatch(RawBatch batch) {
    List<SendOutcome> outcomes = new ArrayList<>();
    for (RawEntry entry : batch.entries()) {
      take(entry.deduplicationId(), new String(entry.body(), StandardCharsets.UTF_8));
      outcomes.add(new SendOutcome.Sent(entry.deduplicationId()));
    }
    return outcomes;
  }

  synchronized void take(String deduplicationId, String body) {
    if (known.add(deduplicationId)) {
      messages.add(MessageCodec.decode(body));
    } else {
      repeated++;
    }
  }

  synchronized List<QueueMessage> messages() {
    return List.copyOf(messages);
  }

  /** How often a message came that was there before. */
  synchronized int repeated() {
    return repeated;
  }
}
