package dev.gatehouse.bench.coldstart;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.sdk.SdkQueue;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.emulator.LocalSqs;
import dev.gatehouse.local.template.LocalAccount;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a handler needs around it: a real queue and signed events. */
record Stage(
    LocalSqs sqs,
    AwsClients clients,
    SdkQueue queue,
    SignedEvent events,
    Map<String, String> environment)
    implements AutoCloseable {
  private static final int WARM_UP = 200;

  /** Opens it, with a queue that is past its own slow start. */
  static Stage open() {
    LocalSqs sqs = LocalSqs.start(0);
    Map<String, String> environment = new HashMap<>(ColdStart.awsEnvironment(LocalAccount.REGION));
    environment.put("AWS_ENDPOINT_URL", sqs.address().toString());
    AwsClients clients = AwsClients.of(Settings.of(environment));
    String url = createQueue(clients);
    SignedEvent events = new SignedEvent();
    environment.put("EVENTS_QUEUE_URL", url);
    environment.put("DISCORD_PUBLIC_KEY", events.publicKey());
    Stage stage = new Stage(sqs, clients, clients.queue(URI.create(url)), events, environment);
    stage.warmUp();
    return stage;
  }

  String event() {
    return events.next();
  }

  /** Takes the message that the handler must have made durable; fails when it did not. */
  void expectOneMessage() {
    List<ReceivedMessage> messages = queue.receive(10, Duration.ofSeconds(1));
    messages.forEach(queue::delete);
    if (messages.size() != 1) {
      throw new IllegalStateException(
          "the queue must hold the one interaction, held " + messages.size());
    }
  }

  @Override
  public void close() {
    clients.close();
    try {
      sqs.close();
    } catch (Exception e) {
      throw new IllegalStateException("the queue did not stop", e);
    }
  }

  private void warmUp() {
    for (int i = 0; i < WARM_UP; i++) {
      queue.send(new OutgoingMessage("warm-up", "warm-up-" + i, "{}"));
      queue.receive(1, Duration.ZERO).forEach(queue::delete);
    }
  }

  private static String createQueue(AwsClients clients) {
    return clients
        .sqs()
        .createQueue(request ->
            request
                .queueName("coldstart.fifo")
                .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .queueUrl();
  }
}
