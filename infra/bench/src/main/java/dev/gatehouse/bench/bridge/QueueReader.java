package dev.gatehouse.bench.bridge;

import dev.gatehouse.bench.compare.Distribution;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes messages out of a queue, and looks how old they are. */
final class QueueReader implements AutoCloseable {
  private static final int MOST = 10;
  private static final int WAIT_SECONDS = 1;

  private final String queue;
  private final SqsClient sqs;

  QueueReader(String endpoint) {
    this.queue = endpoint + "/000000000000/events.fifo";
    this.sqs =
        SqsClient.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  /** The ages of the next messages, in milliseconds. */
  Distribution ages(int count, Duration patience) {
    double[] ages = new double[count];
    int seen = 0;
    long deadline = System.nanoTime() + patience.toNanos();
    while (seen < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("of " + count + " messages " + seen + " came");
      }
      List<Message> messages = receive();
      for (Message message : messages) {
        ages[Math.min(seen++, count - 1)] = MessageAge.of(message.body());
      }
      delete(messages);
    }
    return new Distribution(ages);
  }

  @Override
  public void close() {
    sqs.close();
  }

  private List<Message> receive() {
    return sqs.receiveMessage(request ->
            request.queueUrl(queue).maxNumberOfMessages(MOST).waitTimeSeconds(WAIT_SECONDS))
        .messages();
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
    sqs.deleteMessageBatch(request -> request.queueUrl(queue).entries(entries));
  }
}
