package dev.gatehouse.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.emulator.AwsJson;
import dev.gatehouse.local.host.Invoker;
import dev.gatehouse.local.host.Outcome;
import dev.gatehouse.local.template.QueueSpec;
import dev.gatehouse.local.template.Trigger;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue's event source mapping: long polls, hands each batch to the function, and deletes what
 * succeeded. What failed comes back when its visibility timeout ends, and goes to the dead-letter
 * queue once it was received too often; the queue sees to both. A FIFO queue gives out no message
 * of a group that is in flight, so batches run beside each other and groups stay in order.
 *
 * <p>It polls long only while nothing is in flight: ElasticMQ spins while a long poll waits for
 * messages that a group in flight holds back.
 */
public final class QueuePoller implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QueuePoller.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_WAIT_SECONDS = 20;
  private static final Duration BETWEEN_SHORT_POLLS = Duration.ofMillis(50);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final AwsJson sqs;
  private final QueueSpec queue;
  private final Trigger.QueueMapping mapping;
  private final Invoker function;
  private final Semaphore free;
  private final ExecutorService batches =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("batch-", 0).factory());
  private final Thread receiver;

  private QueuePoller(
      AwsJson sqs, QueueSpec queue, Trigger.QueueMapping mapping, Invoker function) {
    this.sqs = sqs;
    this.queue = queue;
    this.mapping = mapping;
    this.function = function;
    this.free = new Semaphore(mapping.concurrency());
    this.receiver = Thread.ofVirtual().name("poll-" + queue.name()).unstarted(this::poll);
  }

  /** Starts to poll. */
  public static QueuePoller start(
      AwsJson sqs, QueueSpec queue, Trigger.QueueMapping mapping, Invoker function) {
    QueuePoller poller = new QueuePoller(sqs, queue, mapping, function);
    poller.receiver.start();
    return poller;
  }

  /** Receives no more, and gives the batches in flight a moment to end. */
  @Override
  public void close() throws InterruptedException {
    receiver.interrupt();
    receiver.join(GRACE);
    batches.shutdown();
    if (!batches.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      batches.shutdownNow();
    }
  }

  private void poll() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        free.acquire();
        receive();
      }
    } catch (InterruptedException e) {
      log.debug("polling of {} ends", queue.name());
    }
  }

  private void receive() throws InterruptedException {
    List<JsonNode> messages = List.of();
    boolean idle = free.availablePermits() == mapping.concurrency() - 1;
    try {
      messages = sqs.call("ReceiveMessage", request(idle)).path("Messages").valueStream().toList();
    } catch (IOException e) {
      log.warn("{} cannot be polled: {}", queue.name(), e.getMessage());
      Thread.sleep(AFTER_FAILURE);
    }
    if (messages.isEmpty()) {
      free.release();
      pauseUnless(idle);
    } else {
      dispatch(messages);
    }
  }

  private static void pauseUnless(boolean idle) throws InterruptedException {
    if (!idle) {
      Thread.sleep(BETWEEN_SHORT_POLLS);
    }
  }

  private void dispatch(List<JsonNode> messages) {
    batches.execute(() -> {
      try {
        settle(messages, function.invoke(SqsEvent.toJson(messages, queue.arn())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        log.warn("{}: messages that succeeded stay: {}", queue.name(), e.getMessage());
      } finally {
        free.release();
      }
    });
  }

  private void settle(List<JsonNode> messages, Outcome outcome)
      throws IOException, InterruptedException {
    Set<String> sent =
        messages.stream().map(QueuePoller::id).collect(Collectors.toUnmodifiableSet());
    Set<String> failed = failed(outcome, sent);
    if (!failed.isEmpty()) {
      log.warn("{}: {} of {} messages failed", queue.name(), failed.size(), sent.size());
    }
    delete(messages.stream().filter(message -> !failed.contains(id(message))).toList());
  }

  private Set<String> failed(Outcome outcome, Set<String> sent) {
    return switch (outcome) {
      case Outcome.Answered(byte[] answer) ->
          mapping.reportsItems() ? BatchReport.failed(answer, sent) : Set.of();
      case Outcome.Failed _, Outcome.TimedOut _ -> sent;
    };
  }

  private void delete(List<JsonNode> messages) throws IOException, InterruptedException {
    if (messages.isEmpty()) {
      return;
    }
    ObjectNode input = JSON.createObjectNode().put("QueueUrl", queue.url());
    ArrayNode entries = input.putArray("Entries");
    messages.forEach(message ->
        entries
            .addObject()
            .put("Id", id(message))
            .set("ReceiptHandle", message.path("ReceiptHandle")));
    sqs.call("DeleteMessageBatch", input);
  }

  private ObjectNode request(boolean idle) {
    ObjectNode input =
        JSON.createObjectNode()
            .put("QueueUrl", queue.url())
            .put("MaxNumberOfMessages", Math.min(10, mapping.batchSize()))
            .put("WaitTimeSeconds", idle ? LONGEST_WAIT_SECONDS : 0);
    input.putArray("AttributeNames").add("All");
    input.putArray("MessageAttributeNames").add("All");
    return input;
  }

  private static String id(JsonNode message) {
    return message.path("MessageId").asText();
  }
}
