package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.ClaimCheckStore;
import dev.gatehouse.cloud.blob.DirectoryBlobs;
import dev.gatehouse.cloud.blob.TableBlobs;
import dev.gatehouse.cloud.credentials.CredentialsSource;
import dev.gatehouse.cloud.queue.MessageLife;
import dev.gatehouse.cloud.queue.QueueDeliveries;
import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of one process or function, each built when it is first used. Region, endpoints and
 * credentials come from the settings, under the names that the SDK itself reads; what is absent
 * comes from the SDK's default chain.
 */
public final class AwsClients implements AutoCloseable {
  /** A long poll is silent for up to 20 s. */
  private static final Duration QUEUE_ANSWER = Duration.ofSeconds(25);

  private static final Key NOTHING = new Key("prime", "prime");
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration BLOB_ANSWER = Duration.ofSeconds(10);

  private final SdkCredentials credentials;
  private final LazyClient<SqsClient> sqs;
  private final LazyClient<DynamoDbClient> dynamo;
  private final LazyClient<DynamoDbStreamsClient> streams;
  private final LazyClient<S3Client> s3;
  private final LazyClient<SecretsManagerClient> secretsManager;

  private AwsClients(Settings settings, AwsCredentialsProvider provider) {
    credentials = new SdkCredentials(provider);
    ClientSetup setup = new ClientSetup(settings, credentials.provider());
    sqs = new LazyClient<>(() -> setup.apply(SqsClient.builder(), "SQS", QUEUE_ANSWER).build());
    dynamo =
        new LazyClient<>(() ->
            setup
                .apply(DynamoDbClient.builder(), "DYNAMODB", ANSWER, new UnansweredWrites())
                .build());
    streams =
        new LazyClient<>(
            () -> setup.apply(DynamoDbStreamsClient.builder(), "DYNAMODB_STREAMS", ANSWER).build());
    boolean pathStyle = EndpointOverride.of(settings, "S3").isPresent();
    s3 =
        new LazyClient<>(() ->
            setup.apply(S3Client.builder(), "S3", BLOB_ANSWER).forcePathStyle(pathStyle).build());
    secretsManager =
        new LazyClient<>(
            () -> setup.apply(SecretsManagerClient.builder(), "SECRETS_MANAGER", ANSWER).build());
  }

  /** Clients as the settings say. */
  public static AwsClients of(Settings settings) {
    return new AwsClients(settings, Credentials.of(settings));
  }

  /** Clients as the settings say, with these credentials. */
  public static AwsClients of(Settings settings, CredentialsSource credentials) {
    return new AwsClients(settings, new SourcedCredentials(credentials));
  }

  /** The FIFO queue at that URL. */
  public SdkQueue queue(URI url) {
    return new SdkQueue(sqs.get(), url);
  }

  /** What a consumer of the FIFO queue does with the messages that it cannot end. */
  public QueueDeliveries deliveries(URI queue, URI deadLetters) {
    return new SdkDeliveries(sqs.get(), queue, deadLetters);
  }

  /** The table of that name. */
  public Table table(String name) {
    return new DynamoTable(dynamo.get(), name);
  }

  /**
   * Has all done that a first call to the table takes besides: classes, credentials, a connection.
   * A table that does not answer is the business of the call that needs it.
   */
  public void touch(String table) {
    try {
      table(table).get(NOTHING);
    } catch (TableUnavailableException e) {
      // The call that needs the table will say so.
    }
  }

  /** The bucket of that name. */
  public BlobStore blobs(String bucket) {
    return new S3Blobs(s3.get(), bucket);
  }

  /** Where oversized payloads lie. */
  public BlobStore blobs(ClaimCheckStore store, Clock clock) {
    return switch (store) {
      case ClaimCheckStore.Bucket(String name) -> blobs(name);
      case ClaimCheckStore.InTable(String name) ->
          new TableBlobs(table(name), MessageLife.OUTLIVED, clock);
      case ClaimCheckStore.Directory(Path path) ->
          new DirectoryBlobs(path, MessageLife.OUTLIVED, clock);
    };
  }

  /** The secrets of the account, each read at most every five minutes. */
  public SecretStore secrets(Clock clock) {
    return new SecretsManagerStore(secretsManager::get, clock);
  }

  /** The credentials of all of them, for who signs requests himself. */
  public SdkCredentials credentials() {
    return credentials;
  }

  /** The SQS client itself, for what the ports do not cover. */
  public SqsClient sqs() {
    return sqs.get();
  }

  /** The DynamoDB client itself, for what the ports do not cover. */
  public DynamoDbClient dynamo() {
    return dynamo.get();
  }

  /** The client of DynamoDB's streams, which no port covers. */
  public DynamoDbStreamsClient streams() {
    return streams.get();
  }

  /** The S3 client itself, for what the ports do not cover. */
  public S3Client s3() {
    return s3.get();
  }

  /** The Secrets Manager client itself, for what the ports do not cover. */
  public SecretsManagerClient secretsManager() {
    return secretsManager.get();
  }

  @Override
  public void close() {
    sqs.close();
    dynamo.close();
    streams.close();
    s3.close();
    secretsManager.close();
    credentials.close();
  }
}
