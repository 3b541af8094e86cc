package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.RawBatch;
import dev.gatehouse.cloud.sqs.RawEntry;
import dev.gatehouse.cloud.sqs.SqsHttpSender;
import java.util.ArrayList;
import java.util.List;

/** Sends to SQS without making a string of a body. */
public final class LeanBatchSender implements BatchSender {
  private final SqsHttpSender queue;

  public LeanBatchSender(SqsHttpSender queue) {
    this.queue = queue;
  }

  @Override
  public List<SendOutcome> send(List<Entry> batch) {
    List<RawEntry> entries = new ArrayList<>(batch.size());
    for (Entry entry : batch) {
      entries.add(RawEntry.of(entry.groupId(), entry.deduplicationId(), entry.body()));
    }
    return queue.sendBatch(new RawBatch(entries));
  }
}
