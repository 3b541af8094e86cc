package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.sdk.emulator.ElasticMq;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.Queues;
import dev.gatehouse.cloud.sqs.SigningClock;
import dev.gatehouse.cloud.sqs.SqsHttpSender;
import dev.gatehouse.cloud.sqs.SqsSenderSettings;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.queue.SendingContract;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The sender over HTTP, against ElasticMQ, with the SDK on the receiving side. */
final class SqsHttpSenderContractTest implements SendingContract {
  private static ElasticMq elasticMq;
  private static Map<String, String> environment;
  private static AwsClients clients;

  private final Queues queues = Queues.create(clients.sqs());
  private final List<SqsHttpSender> opened = new ArrayList<>();
  private final QueueSender sender = open(queues.queue());

  @BeforeAll
  static void start() {
    elasticMq = ElasticMq.start();
    environment = Environments.at(elasticMq.endpoint());
    clients = AwsClients.of(Settings.of(environment));
  }

  @AfterAll
  static void stop() {
    clients.close();
    elasticMq.close();
  }

  @AfterEach
  void close() {
    opened.forEach(SqsHttpSender::close);
  }

  @Override
  public QueueSender sender() {
    return sender;
  }

  @Override
  public QueueReceiver receiver() {
    return clients.queue(queues.queue());
  }

  @Override
  public QueueSender senderToNowhere() {
    return open(queues.nowhere());
  }

  private SqsHttpSender open(URI url) {
    SqsHttpSender made =
        new SqsHttpSender(
            SqsSenderSettings.of(url, environment),
            clients.credentials(),
            new SigningClock(Clock.systemUTC()),
            System::nanoTime);
    opened.add(made);
    return made;
  }
}
