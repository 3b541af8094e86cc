package dev.gatehouse.cloud.sdk;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.sdk.emulator.DynamoDbLocal;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.Tables;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.table.TableContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table through the SDK, against DynamoDB Local. */
final class DynamoTableTest implements TableContract {
  private static DynamoDbLocal dynamo;
  private static AwsClients clients;
  private static String name;

  @BeforeAll
  static void start() throws Exception {
    dynamo = DynamoDbLocal.start();
    clients = AwsClients.of(Settings.of(Environments.at(dynamo.endpoint())));
    name = Tables.create(clients.dynamo());
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
  public Table unavailableTable() {
    return clients.table("no-such-table");
  }

  @Test
  void namesTheTableThatIsMissing() {
    Key key = new Key("p", "s");
    Table missing = unavailableTable();

    String message =
        assertThrows(TableUnavailableException.class, () -> missing.get(key)).getMessage();
    assertTrue(message.contains("no-such-table"), message);
  }
}
