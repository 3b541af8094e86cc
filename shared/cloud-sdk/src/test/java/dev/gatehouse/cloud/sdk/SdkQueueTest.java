package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.sdk.emulator.ElasticMq;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.Queues;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.queue.QueueContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The queue through the SDK, against ElasticMQ. */
final class SdkQueueTest implements QueueContract {
  private static ElasticMq elasticMq;
  private static AwsClients clients;

  private final Queues queues = Queues.create(clients.sqs());

  @BeforeAll
  static void start() {
    elasticMq = ElasticMq.start();
    clients = AwsClients.of(Settings.of(Environments.at(elasticMq.endpoint())));
  }

  @AfterAll
  static void stop() {
    clients.close();
    elasticMq.close();
  }

  @Override
  public QueueSender sender() {
    return clients.queue(queues.queue());
  }

  @Override
  public QueueReceiver receiver() {
    return clients.queue(queues.queue());
  }

  @Override
  public QueueReceiver deadLetters() {
    return clients.queue(queues.deadLetters());
  }

  @Override
  public QueueSender senderToNowhere() {
    return clients.queue(queues.nowhere());
  }
}
