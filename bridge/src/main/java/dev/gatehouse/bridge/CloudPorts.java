package dev.gatehouse.bridge;

import dev.gatehouse.bridge.outbox.BatchSender;
import dev.gatehouse.bridge.outbox.LeanBatchSender;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.settings.ClaimStore;
import dev.gatehouse.cloud.aws.CredentialsSource;
import dev.gatehouse.cloud.aws.EnvironmentCredentials;
import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.DirectoryBlobs;
import dev.gatehouse.cloud.blob.TableBlobs;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.sqs.LeanSqs;
import dev.gatehouse.cloud.sqs.LeanSqsSettings;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The cloud as the bridge needs it.
 *
 * @param events puts batches on the events queue
 * @param commands where commands to the gateway come from, if anywhere
 * @param state where sessions outlive the process, if anywhere
 * @param claims where payloads go that the queue does not take, if anywhere
 */
record CloudPorts(
    BatchSender events,
    Optional<QueueReceiver> commands,
    Optional<Table> state,
    Optional<BlobStore> claims) {
  /** As long as SQS keeps a message at most. */
  private static final Duration CLAIMS_KEPT = Duration.ofDays(14);

  /** The SDK's clients are made only when a port needs them: they take memory. */
  static CloudPorts of(BridgeSettings settings, Map<String, String> environment, Clock clock) {
    Supplier<AwsClients> clients = new Once(() -> AwsClients.of(Settings.of(environment)));
    LeanSqs queue =
        new LeanSqs(
            LeanSqsSettings.of(settings.eventsQueue(), environment),
            credentials(environment, clients),
            clock);
    return new CloudPorts(
        new LeanBatchSender(queue),
        settings.commandsQueue().map(url -> clients.get().queue(url)),
        settings.stateTable().map(name -> clients.get().table(name)),
        settings.claims().map(store -> blobs(store, clients, clock)));
  }

  private static CredentialsSource credentials(
      Map<String, String> environment, Supplier<AwsClients> clients) {
    return environment.containsKey("AWS_ACCESS_KEY_ID")
        ? EnvironmentCredentials.of(environment)
        : clients.get().credentials();
  }

  private static BlobStore blobs(ClaimStore store, Supplier<AwsClients> clients, Clock clock) {
    return switch (store) {
      case ClaimStore.Bucket(String name) -> clients.get().blobs(name);
      case ClaimStore.InTable(String name) ->
          new TableBlobs(clients.get().table(name), CLAIMS_KEPT, clock);
      case ClaimStore.Directory(var path) -> new DirectoryBlobs(path, CLAIMS_KEPT, clock);
    };
  }

  /** Makes the clients at the first use. */
  private static final class Once implements Supplier<AwsClients> {
    private final Supplier<AwsClients> maker;
    private Optional<AwsClients> made = Optional.empty();

    Once(Supplier<AwsClients> maker) {
      this.maker = maker;
    }

    @Override
    public AwsClients get() {
      AwsClients clients = made.orElseGet(maker);
      made = Optional.of(clients);
      return clients;
    }
  }
}
