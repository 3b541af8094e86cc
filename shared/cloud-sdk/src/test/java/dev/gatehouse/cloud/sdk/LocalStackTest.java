package dev.gatehouse.cloud.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.LocalStack;
import dev.gatehouse.cloud.sdk.emulator.Queues;
import dev.gatehouse.cloud.sdk.emulator.Tables;
import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.cloud.sqs.SigningClock;
import dev.gatehouse.cloud.sqs.SqsHttpSender;
import dev.gatehouse.cloud.sqs.SqsSenderSettings;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.blob.BlobStoreContract;
import dev.gatehouse.testkit.lease.LeaseContract;
import dev.gatehouse.testkit.queue.QueueContract;
import dev.gatehouse.testkit.queue.SendingContract;
import dev.gatehouse.testkit.table.TableContract;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every contract against LocalStack, where there can be one. */
final class LocalStackTest {
  private static Optional<LocalStack> localStack = Optional.empty();
  private static Map<String, String> environment;
  private static AwsClients clients;

  @BeforeAll
  static void start() {
    localStack = LocalStack.startIfPossible(System.getenv());
    Assumptions.assumeTrue(localStack.isPresent(), "there is no LocalStack");
    environment = Environments.at(localStack.get().endpoint());
    clients = AwsClients.of(Settings.of(environment));
  }

  @AfterAll
  static void stop() {
    if (clients != null) {
      clients.close();
    }
    localStack.ifPresent(LocalStack::close);
  }

  @Nested
  final class SdkQueues implements QueueContract {
    private final Queues queues = Queues.create(clients.sqs());

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

  @Nested
  final class HttpQueues implements SendingContract {
    private final Queues queues = Queues.create(clients.sqs());

    @Override
    public QueueSender sender() {
      return http(queues.queue());
    }

    @Override
    public QueueReceiver receiver() {
      return clients.queue(queues.queue());
    }

    @Override
    public QueueSender senderToNowhere() {
      return http(queues.nowhere());
    }

    private SqsHttpSender http(URI url) {
      SqsSenderSettings settings = SqsSenderSettings.of(url, environment);
      return new SqsHttpSender(
          settings, clients.credentials(), new SigningClock(Clock.systemUTC()), System::nanoTime);
    }
  }

  @Nested
  final class OnTables implements TableContract, LeaseContract {
    private final String name = Tables.create(clients.dynamo());

    @Override
    public Table table() {
      return clients.table(name);
    }

    @Override
    public Table unavailableTable() {
      return clients.table("no-such-table");
    }
  }

  @Nested
  final class Buckets implements BlobStoreContract {
    private final String bucket = "bucket-" + UUID.randomUUID();

    private Buckets() {
      clients.s3().createBucket(request -> request.bucket(bucket));
    }

    @Override
    public BlobStore blobs() {
      return clients.blobs(bucket);
    }
  }

  @Nested
  final class Secrets {
    @Test
    void findsASecretByName() {
      String name = UUID.randomUUID().toString();
      SecretStore secrets = clients.secrets(Clock.systemUTC());
      assertThat(secrets.find(name)).isEmpty();
      clients.secretsManager().createSecret(r -> r.name(name).secretString("value"));

      assertThat(secrets.find(name)).isEqualTo(Optional.of(Secret.of("value")));
    }
  }
}
