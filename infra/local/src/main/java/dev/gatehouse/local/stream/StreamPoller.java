package dev.gatehouse.local.stream;

import dev.gatehouse.local.host.Invoker;
import dev.gatehouse.local.template.Trigger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A table stream's event source mapping: reads each shard in order and hands its records to the
 * function. A failing batch holds up its shard until it succeeds or its retries are used up.
 */
public final class StreamPoller implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StreamPoller.class);

  /** Lambda asks a stream four times a second. */
  private static final Duration BETWEEN_READS = Duration.ofMillis(250);

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final TableStream stream;
  private final Trigger.StreamMapping mapping;
  private final Invoker function;
  private final Map<String, String> iterators = new LinkedHashMap<>();
  private final Thread reader;

  private StreamPoller(TableStream stream, Trigger.StreamMapping mapping, Invoker function) {
    this.stream = stream;
    this.mapping = mapping;
    this.function = function;
    this.reader = Thread.ofVirtual().name("stream-" + stream.arn()).unstarted(this::poll);
  }

  /**
   * Starts at the mapping's position: what is written after this call is seen.
   *
   * @throws IllegalStateException when the table has no stream
   */
  public static StreamPoller start(
      DynamoDbStreamsClient streams,
      String table,
      Trigger.StreamMapping mapping,
      Invoker function) {
    StreamPoller poller = new StreamPoller(TableStream.of(streams, table), mapping, function);
    poller.openShards(mapping.fromStart());
    poller.reader.start();
    return poller;
  }

  @Override
  public void close() throws InterruptedException {
    reader.interrupt();
    reader.join(GRACE);
  }

  private void poll() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        readAll();
        Thread.sleep(BETWEEN_READS);
      }
    } catch (InterruptedException e) {
      log.debug("reading of {} ends", stream.arn());
    }
  }

  private void readAll() throws InterruptedException {
    try {
      // A shard that appears later holds only records that nobody has read.
      openShards(true);
      for (String shard : iterators.keySet()) {
        read(shard);
      }
    } catch (SdkException e) {
      log.warn("{} cannot be read: {}", stream.arn(), e.getMessage());
    }
  }

  private void openShards(boolean fromStart) {
    for (String shard : stream.shards()) {
      if (!iterators.containsKey(shard)) {
        iterators.put(shard, stream.iterator(shard, fromStart));
      }
    }
  }

  private void read(String shard) throws InterruptedException {
    String iterator = iterators.get(shard);
    if (iterator == null || iterator.isEmpty()) {
      return;
    }
    GetRecordsResponse answer = stream.records(iterator, mapping.batchSize());
    deliver(new StreamBatch(answer.records()));
    iterators.put(shard, Objects.requireNonNullElse(answer.nextShardIterator(), ""));
  }

  private void deliver(StreamBatch batch) throws InterruptedException {
    StreamBatch left = batch;
    for (int attempt = 0; !left.isDone(); attempt++) {
      if (mapping.retries() >= 0 && attempt > mapping.retries()) {
        log.warn("{}: {} records are given up", stream.arn(), left.records().size());
        return;
      }
      left = left.after(function.invoke(left.toEvent(stream.arn())), mapping.reportsItems());
      if (!left.isDone()) {
        Thread.sleep(BETWEEN_READS);
      }
    }
  }
}
