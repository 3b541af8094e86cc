package dev.gatehouse.cloud.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.sdk.emulator.DynamoDbLocal;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.Tables;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.table.TableContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
    assertThatThrownBy(() -> unavailableTable().get(new Key("p", "s")))
        .isInstanceOf(TableUnavailableException.class)
        .hasMessage("table no-such-table: does not exist");
  }

  @Test
  void leavesOutWhatWeNeverWrite() {
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
                        "list", AttributeValue.fromL(List.of(AttributeValue.fromS("leaf"))))));

    assertThat(table().get(new Key("foreign", "s")).orElseThrow().attributes())
        .isEqualTo(Map.of("kept", Value.of(7)));
  }
}
