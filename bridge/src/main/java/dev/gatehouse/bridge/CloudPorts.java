package dev.gatehouse.bridge;

import dev.gatehouse.bridge.outbox.BatchSender;
import dev.gatehouse.bridge.outbox.LeanBatchSender;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.sqs.CredentialsSource;
import dev.gatehouse.cloud.sqs.EnvironmentCredentials;
import dev.gatehouse.cloud.sqs.LeanSqs;
import dev.gatehouse.cloud.sqs.LeanSqsSettings;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.settings.Settings;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

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
  /** The SDK's clients are made only when a port needs them: they take memory. */
  static CloudPorts of(BridgeSettings settings, Map<String, String> environment, Clock clock) {
    Settings raw = Settings.of(environment);
    AwsClients clients = AwsClients.of(raw);
    LeanSqs queue =
        new LeanSqs(
            LeanSqsSettings.of(settings.eventsQueue(), environment),
            credentials(environment, clients),
            clock);
    return new CloudPorts(
        new LeanBatchSender(queue),
        settings.commandsQueue().map(clients::queue),
        settings.stateTable().map(clients::table),
        raw.text("CLAIMS_BUCKET").map(clients::blobs));
  }

  private static CredentialsSource credentials(
      Map<String, String> environment, AwsClients clients) {
    return environment.containsKey("AWS_ACCESS_KEY_ID")
        ? EnvironmentCredentials.of(environment)
        : clients.credentials();
  }
}
