package dev.gatehouse.bench.coldstart;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.sdk.SdkQueue;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.emulator.LocalSqs;
import dev.gatehouse.local.template.LocalAccount;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a handler needs around it: a real queue and signed events. */
record ColdStartFixture(
    LocalSqs sqs,
    AwsClients clients,
    SdkQueue queue,
    SignedEvent events,
    Map<String, String> environment)
    implements AutoCloseable {
  private static final int WARM_UP = 200;

  /** Opens it, with a queue that is past its own slow start. */
  static ColdStartFixture open() {
    LocalSqs sqs = LocalSqs.start(0);
    Map<String, String> environment = new HashMap<>(awsEnvironment(LocalAccount.REGION));
    environment.put("AWS_ENDPOINT_URL", sqs.address().toString());
    AwsClients clients = AwsClients.of(Settings.of(environment));
    String url = createQueue(clients);
    SignedEvent events = new SignedEvent();
    environment.put("EVENTS_QUEUE_URL", url);
    environment.put("DISCORD_PUBLIC_KEY", events.publicKey());
    ColdStartFixture stage =
        new ColdStartFixture(sqs, clients, clients.queue(URI.create(url)), events, environment);
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

  /** The variables that both handlers read. */
  private static Map<String, String> awsEnvironment(String region) {
    return Map.of(
        "AWS_REGION", region,
        "AWS_DEFAULT_REGION", region,
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local",
        "AWS_LAMBDA_FUNCTION_NAME", "interactions",
        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
        "LAMBDA_TASK_ROOT", new File("").getAbsolutePath());
  }
}
