package dev.gatehouse.bridge;

import dev.gatehouse.bridge.outbox.BatchSender;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.ClaimCheckStore;
import dev.gatehouse.cloud.blob.DirectoryBlobs;
import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.cloud.credentials.CredentialsSource;
import dev.gatehouse.cloud.queue.MessageLife;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The cloud as the bridge needs it.
 *
 * @param events puts batches on the events queue
 * @param commands where commands to the gateway come from, if anywhere
 * @param state where sessions outlive the process, if anywhere
 * @param claims where payloads go that the queue does not take, if anywhere
 * @param credentials what calls are signed with
 * @param onClose lets go of what the ports are made of
 */
record CloudPorts(
    BatchSender events,
    Optional<QueueReceiver> commands,
    Optional<Table> state,
    Optional<BlobStore> claims,
    CredentialsSource credentials,
    Runnable onClose)
    implements AutoCloseable {
  /** Ports that hold nothing open, and sign nothing. */
  CloudPorts(
      BatchSender events,
      Optional<QueueReceiver> commands,
      Optional<Table> state,
      Optional<BlobStore> claims) {
    this(
        events,
        commands,
        state,
        claims,
        () -> new AwsCredentials("none", Secret.of("none"), null),
        () -> {});
  }

  static CloudPorts of(
      BridgeSettings settings, Map<String, String> environment, Clock clock, LongSupplier nanos) {
    CloudClients clients = new CloudClients(environment, clock, nanos);
    return new CloudPorts(
        clients.events(settings.eventsQueue())::sendBatch,
        settings.commandsQueue().map(url -> clients.sdk().queue(url)),
        settings.stateTable().map(name -> clients.sdk().table(name)),
        settings.claims().map(store -> blobs(store, clients, clock)),
        clients.credentials(),
        clients::close);
  }

  /** Calls that are under way fail. */
  @Override
  public void close() {
    onClose.run();
  }

  /** A directory needs nothing of the SDK, which would take memory. */
  private static BlobStore blobs(ClaimCheckStore store, CloudClients clients, Clock clock) {
    return store instanceof ClaimCheckStore.Directory(Path path)
        ? new DirectoryBlobs(path, MessageLife.OUTLIVED, clock)
        : clients.sdk().blobs(store, clock);
  }
}
