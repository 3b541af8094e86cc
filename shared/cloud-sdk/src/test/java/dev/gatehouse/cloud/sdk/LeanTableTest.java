package dev.gatehouse.cloud.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.TableBlobs;
import dev.gatehouse.cloud.dynamodb.DynamoEndpoint;
import dev.gatehouse.cloud.dynamodb.LeanDynamo;
import dev.gatehouse.cloud.sdk.emulator.DynamoDbLocal;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.Tables;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.blob.BlobStoreContract;
import dev.gatehouse.testkit.lease.LeaseContract;
import dev.gatehouse.testkit.table.TableContract;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The lean table and what is built on it, against DynamoDB Local. */
final class LeanTableTest implements TableContract, LeaseContract, BlobStoreContract {
  private static DynamoDbLocal dynamo;
  private static AwsClients clients;
  private static LeanDynamo lean;
  private static String name;

  @BeforeAll
  static void start() throws Exception {
    dynamo = DynamoDbLocal.start();
    Settings settings = Settings.of(Environments.at(dynamo.endpoint()));
    clients = AwsClients.of(settings);
    lean =
        new LeanDynamo(
            DynamoEndpoint.of(settings).orElseThrow(),
            clients.credentials(),
            Clock.systemUTC(),
            new Random());
    name = Tables.create(clients.dynamo());
  }

  @AfterAll
  static void stop() throws Exception {
    lean.close();
    clients.close();
    dynamo.close();
  }

  @Override
  public Table table() {
    return lean.table(name);
  }

  @Override
  public Table unavailableTable() {
    return lean.table("no-such-table");
  }

  @Override
  public BlobStore blobs() {
    return new TableBlobs(table(), Duration.ofDays(1), Clock.systemUTC());
  }

  @Test
  void namesTheTableThatIsMissing() {
    Key key = new Key("p", "s");
    Table missing = unavailableTable();

    String message =
        assertThrows(TableUnavailableException.class, () -> missing.get(key)).getMessage();
    assertEquals("table no-such-table: does not exist", message);
  }

  @Test
  void whatEitherClientWritesTheOtherReads() {
    Item item =
        new Item(
            new Key("both \"p\"", "s\\\n\u0001é😀"),
            Map.of("text", Value.of(""), "n", Value.of(Long.MIN_VALUE), "f", Value.of(false)));
    Table sdk = clients.table(name);

    table().put(item);
    assertEquals(Optional.of(item), sdk.get(item.key()));
    sdk.put(item);
    assertEquals(Optional.of(item), table().get(item.key()));
  }

  @Test
  void leavesOutWhatWeNeverWrite() {
    AttributeValue deep = AttributeValue.fromS("leaf");
    for (int level = 0; level < 30; level++) {
      deep = level % 2 == 0 ? AttributeValue.fromL(List.of(deep)) : nested(deep);
    }
    AttributeValue nested = deep;
    clients
        .dynamo()
        .putItem(put ->
            put.tableName(name)
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("foreign"),
                        "sk", AttributeValue.fromS("s"),
                        "kept", AttributeValue.fromN("7"),
                        "fraction", AttributeValue.fromN("1.5"),
                        "nothing", AttributeValue.fromNul(true),
                        "bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("x")),
                        "names", AttributeValue.fromSs(List.of("a", "b")),
                        "numbers", AttributeValue.fromNs(List.of("1", "2")),
                        "deep", nested)));

    Item read = table().get(new Key("foreign", "s")).orElseThrow();
    assertEquals(Map.of("kept", Value.of(7)), read.attributes());
    assertEquals(clients.table(name).get(read.key()), Optional.of(read));
  }

  @Test
  void readsTheLargestItemEscaped() {
    Item item = new Item(new Key("large", "s"), Map.of("t", Value.of("\u0001".repeat(390_000))));
    table().put(item);

    assertTrue(table().get(item.key()).equals(Optional.of(item)));
  }

  private static AttributeValue nested(AttributeValue inner) {
    return AttributeValue.fromM(Map.of("m", inner));
  }
}
