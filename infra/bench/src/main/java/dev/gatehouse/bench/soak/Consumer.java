package dev.gatehouse.bench.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.local.emulator.AwsJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/** Drains the queue from beginning to end, as one handler that deletes what it has taken. */
final class Consumer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 10;
  private static final int WAIT_SECONDS = 1;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AwsJson sqs;
  private final String queue;
  private final Arrivals arrivals = new Arrivals();
  private final Thread thread;
  private volatile int emptyAnswers;
  private volatile Optional<Exception> failure = Optional.empty();

  private Consumer(URI address) {
    this.sqs = AwsJson.sqs(http, address);
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
    http.shutdownNow();
  }

  private void drain() {
    try {
      while (true) {
        JsonNode messages = sqs.call("ReceiveMessage", poll()).path("Messages");
        if (messages.isEmpty()) {
          emptyAnswers++;
        } else {
          emptyAnswers = 0;
          take(messages);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      failure = Optional.of(e);
    }
  }

  private void take(JsonNode messages) throws IOException, InterruptedException {
    ObjectNode deletion = JSON.createObjectNode().put("QueueUrl", queue);
    ArrayNode entries = deletion.putArray("Entries");
    for (JsonNode message : messages) {
      arrivals.accept(MessageCodec.decode(message.path("Body").textValue()));
      entries
          .addObject()
          .put("Id", Integer.toString(entries.size()))
          .put("ReceiptHandle", message.path("ReceiptHandle").textValue());
    }
    JsonNode failed = sqs.call("DeleteMessageBatch", deletion).path("Failed");
    if (!failed.isEmpty()) {
      throw new IOException("the queue did not delete " + failed);
    }
  }

  private ObjectNode poll() {
    return JSON.createObjectNode()
        .put("QueueUrl", queue)
        .put("MaxNumberOfMessages", BATCH)
        .put("WaitTimeSeconds", WAIT_SECONDS);
  }
}
