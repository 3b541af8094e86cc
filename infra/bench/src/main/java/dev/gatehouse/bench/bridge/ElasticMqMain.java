package dev.gatehouse.bench.bridge;

import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.emulator.LocalSqs;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ in a process of its own, with one FIFO queue; prints its address. */
public final class ElasticMqMain {
  private ElasticMqMain() {}

  public static void main(String[] arguments) {
    LocalSqs sqs = LocalSqs.start(0);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("AWS_ENDPOINT_URL", sqs.address().toString());
    try (AwsClients clients = AwsClients.of(Settings.of(environment))) {
      clients
          .sqs()
          .createQueue(request ->
              request
                  .queueName("events.fifo")
                  .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")));
    }
    System.out.println("sink " + sqs.address());
  }
}
