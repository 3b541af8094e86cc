package dev.gatehouse.bench.soak;

import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.cloud.FunctionEnvironment;
import dev.gatehouse.local.template.Endpoints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Drains the queue from beginning to end, as one handler that deletes what it has taken. */
final class Consumer implements AutoCloseable {
  private static final int BATCH = 10;
  private static final int WAIT_SECONDS = 1;

  private final AwsClients clients;
  private final String queue;
  private final Arrivals arrivals = new Arrivals();
  private final Thread thread;
  private volatile int emptyAnswers;
  private volatile Optional<Exception> failure = Optional.empty();

  private Consumer(URI address) {
    Endpoints endpoints = new Endpoints(address, address);
    this.clients = AwsClients.of(Settings.of(FunctionEnvironment.emulators(endpoints)));
    this.queue = address + "/000000000000/events.fifo";
    this.thread = Thread.ofPlatform().daemon().name("consumer").unstarted(this::drain);
  }

  static Consumer start(URI address) {
    Consumer consumer = new Consumer(address);
    consumer.thread.start();
    return consumer;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  /** How many polls in a row have found nothing. */
  int emptyAnswers() {
    return emptyAnswers;
  }

  /** Fails when draining has failed. */
  void check() {
    failure.ifPresent(e -> {
      throw new IllegalStateException("the consumer stopped: " + e, e);
    });
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
    clients.close();
  }

  private void drain() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<Message> messages = poll();
        if (messages.isEmpty()) {
          emptyAnswers++;
        } else {
          emptyAnswers = 0;
          take(messages);
        }
      }
    } catch (AbortedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
  }

  private void take(List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>(messages.size());
    for (Message message : messages) {
      arrivals.accept(MessageCodec.decode(message.body()));
      entries.add(
          DeleteMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .receiptHandle(message.receiptHandle())
              .build());
    }
    List<BatchResultErrorEntry> failed =
        clients
            .sqs()
            .deleteMessageBatch(delete -> delete.queueUrl(queue).entries(entries))
            .failed();
    if (!failed.isEmpty()) {
      throw new IllegalStateException("the queue did not delete " + failed);
    }
  }

  private List<Message> poll() {
    return clients
        .sqs()
        .receiveMessage(receive ->
            receive.queueUrl(queue).maxNumberOfMessages(BATCH).waitTimeSeconds(WAIT_SECONDS))
        .messages();
  }
}
