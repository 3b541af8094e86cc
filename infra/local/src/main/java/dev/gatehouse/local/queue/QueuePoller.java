package dev.gatehouse.local.queue;

import dev.gatehouse.local.host.Invoker;
import dev.gatehouse.local.host.Outcome;
import dev.gatehouse.local.template.QueueSpec;
import dev.gatehouse.local.template.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A queue's event source mapping: long polls, hands each batch to the function, and deletes what
 * succeeded. What failed comes back when its visibility timeout ends, and goes to the dead-letter
 * queue once it was received too often; the queue sees to both. A FIFO queue gives out no message
 * of a group that is in flight, so batches run beside each other and groups stay in order.
 *
 * <p>It polls long only while nothing is in flight and nothing that failed stays away: ElasticMQ
 * spins while a long poll waits for messages that such a message's group holds back.
 */
public final class QueuePoller implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QueuePoller.class);
  private static final int LONGEST_WAIT_SECONDS = 20;
  private static final Duration BETWEEN_SHORT_POLLS = Duration.ofMillis(50);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final SqsClient sqs;
  private final QueueSpec queue;
  private final Trigger.QueueMapping mapping;
  private final Invoker function;
  private final Semaphore free;
  private final Set<String> away = ConcurrentHashMap.newKeySet();
  private final ExecutorService batches =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("batch-", 0).factory());
  private final Thread receiver;

  private QueuePoller(
      SqsClient sqs, QueueSpec queue, Trigger.QueueMapping mapping, Invoker function) {
    this.sqs = sqs;
    this.queue = queue;
    this.mapping = mapping;
    this.function = function;
    this.free = new Semaphore(mapping.concurrency());
    this.receiver = Thread.ofVirtual().name("poll-" + queue.name()).unstarted(this::poll);
  }

  /** Starts to poll. */
  public static QueuePoller start(
      SqsClient sqs, QueueSpec queue, Trigger.QueueMapping mapping, Invoker function) {
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
    List<Message> messages = List.of();
    boolean idle = free.availablePermits() == mapping.concurrency() - 1 && away.isEmpty();
    try {
      messages = receiveMessages(idle);
    } catch (SdkException e) {
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

  private void dispatch(List<Message> messages) {
    batches.execute(() -> {
      try {
        settle(messages, function.invoke(SqsEvent.toJson(messages, queue.arn())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (SdkException e) {
        log.warn("{}: messages that succeeded stay: {}", queue.name(), e.getMessage());
      } finally {
        free.release();
      }
    });
  }

  private void settle(List<Message> messages, Outcome outcome) {
    Set<String> sent =
        messages.stream().map(Message::messageId).collect(Collectors.toUnmodifiableSet());
    Set<String> failed = failed(outcome, sent);
    if (!failed.isEmpty()) {
      log.warn("{}: {} of {} messages failed", queue.name(), failed.size(), sent.size());
    }
    messages.forEach(message -> note(message, failed.contains(message.messageId())));
    delete(messages.stream().filter(message -> !failed.contains(message.messageId())).toList());
  }

  /** A message that has been received as often as may be comes back no more. */
  private void note(Message message, boolean failed) {
    int received =
        Integer.parseInt(
            message
                .attributes()
                .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    boolean comesBack = queue.redrive().map(to -> received < to.maxReceiveCount()).orElse(true);
    if (failed && comesBack) {
      away.add(message.messageId());
    } else {
      away.remove(message.messageId());
    }
  }

  private Set<String> failed(Outcome outcome, Set<String> sent) {
    return switch (outcome) {
      case Outcome.Answered(byte[] answer) ->
          mapping.reportsItems() ? BatchReport.failed(answer, sent) : Set.of();
      case Outcome.Failed _, Outcome.TimedOut _ -> sent;
    };
  }

  private void delete(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    List<DeleteMessageBatchRequestEntry> entries =
        messages.stream()
            .map(message ->
                DeleteMessageBatchRequestEntry.builder()
                    .id(message.messageId())
                    .receiptHandle(message.receiptHandle())
                    .build())
            .toList();
    sqs.deleteMessageBatch(request -> request.queueUrl(queue.url()).entries(entries));
  }

  private List<Message> receiveMessages(boolean idle) {
    return sqs.receiveMessage(request ->
            request
                .queueUrl(queue.url())
                .maxNumberOfMessages(Math.min(10, mapping.batchSize()))
                .waitTimeSeconds(idle ? LONGEST_WAIT_SECONDS : 0)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All"))
        .messages();
  }
}
