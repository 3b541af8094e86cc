package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.TableBlobs;
import dev.gatehouse.cloud.sdk.emulator.DynamoDbLocal;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.Tables;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.blob.BlobStoreContract;
import dev.gatehouse.testkit.lease.LeaseContract;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What is built on tables, against DynamoDB Local: claims, and blobs cut into items. */
final class OnDynamoTest implements LeaseContract, BlobStoreContract {
  private static DynamoDbLocal dynamo;
  private static AwsClients clients;

  private final String name = Tables.create(clients.dynamo());

  @BeforeAll
  static void start() throws Exception {
    dynamo = DynamoDbLocal.start();
    clients = AwsClients.of(Settings.of(Environments.at(dynamo.endpoint())));
  }

  @AfterAll
  static void stop() throws Exception {
    clients.close();
    dynamo.close();
  }

  @Override
  public Table table() {
    return clients.table(name);
  }

  @Override
  public BlobStore blobs() {
    return new TableBlobs(table(), Duration.ofDays(1), Clock.systemUTC());
  }
}
