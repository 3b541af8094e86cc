package dev.gatehouse.cloud.sdk.emulator;

import dev.gatehouse.testkit.queue.QueueContract;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A new FIFO queue with its dead-letter queue, as {@link QueueContract} wants them. */
public record Queues(URI queue, URI deadLetters) {
  /** Makes both, under names that nobody else has. */
  public static Queues create(SqsClient sqs) {
    URI dead = create(sqs, Map.of());
    String redrive =
        """
        {"deadLetterTargetArn":"%s","maxReceiveCount":%d}\
        """
            .formatted(arn(sqs, dead), QueueContract.MAX_RECEIVES);
    URI queue =
        create(
            sqs,
            Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                redrive,
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(QueueContract.VISIBILITY.toSeconds())));
    return new Queues(queue, dead);
  }

  /** The URL of a queue beside it that does not exist. */
  public URI nowhere() {
    return queue.resolve("nowhere.fifo");
  }

  private static URI create(SqsClient sqs, Map<QueueAttributeName, String> attributes) {
    Map<QueueAttributeName, String> all = new HashMap<>(attributes);
    all.put(QueueAttributeName.FIFO_QUEUE, "true");
    String name = UUID.randomUUID() + ".fifo";
    return URI.create(sqs.createQueue(r -> r.queueName(name).attributes(all)).queueUrl());
  }

  private static String arn(SqsClient sqs, URI queue) {
    return sqs.getQueueAttributes(
            r -> r.queueUrl(queue.toString()).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }
}
