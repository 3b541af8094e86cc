package dev.gatehouse.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversationHandlerTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("EVENTS_QUEUE_URL", "http://127.0.0.1:1/000000000000/events.fifo"),
          Map.entry("EVENTS_DEAD_LETTERS_URL", "http://127.0.0.1:1/000000000000/dead.fifo"),
          Map.entry("TURNS_QUEUE_URL", "http://127.0.0.1:1/000000000000/turns.fifo"),
          Map.entry("CONVERSATIONS_TABLE", "conversations"),
          Map.entry("DISCORD_TOKEN", "token"),
          Map.entry("DISCORD_API_URL", "http://127.0.0.1:1/api/v10"),
          Map.entry("AWS_REGION", "eu-central-1"),
          Map.entry("AWS_ACCESS_KEY_ID", "local"),
          Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
          Map.entry("AWS_ENDPOINT_URL", "http://127.0.0.1:1"));

  @Test
  void malformedRecordsThatCannotBeBuriedFailWithTheRestOfTheirGroupsAndNoOthers()
      throws IOException {
    String response =
        handle(
            """
            {"Records":[
              {"messageId":"1","receiptHandle":"r","body":"no json","attributes":{"MessageGroupId":"a"}},
              {"messageId":"2","receiptHandle":"r","body":"{}","attributes":{"MessageGroupId":"a"}},
              {"messageId":"3","receiptHandle":"r","body":"%s","attributes":{"MessageGroupId":"b"}}]}
            """
                .formatted(BOT_MESSAGE.replace("\"", "\\\"")));

    assertThat(response)
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"},{\"itemIdentifier\":\"2\"}]}");
  }

  @Test
  void whatIsNoQueueEventIsRefused() {
    assertThatThrownBy(() -> handle("{\"version\":\"2.0\"}"))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("Records");
    assertThatThrownBy(() -> handle("{\"Records\":[{\"messageId\":\"1\"}]}"))
        .hasMessageContaining("Records[].body");
  }

  @ParameterizedTest
  @CsvSource({
    "TURNS_QUEUE_URL, ",
    "EVENTS_QUEUE_URL, ",
    "EVENTS_DEAD_LETTERS_URL, ",
    "CONVERSATIONS_TABLE, ",
    "DISCORD_TOKEN, ",
    "TURNS_QUEUE_URL, queue",
    "RATE_LIMIT_PER_MINUTE, many",
    "RATE_LIMIT_PER_MINUTE, 0",
    "HISTORY_TTL_DAYS, -1",
    "DISCORD_API_ULR, http://127.0.0.1"
  })
  void aSettingThatIsWrongIsNamedAtTheStart(String name, String value) {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    if (value == null) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }

    assertThatThrownBy(() -> new ConversationHandler(environment))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(name);
  }

  @Test
  void aSnapshotHoldsWhatAFirstLookAtTheTableLoads() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer aws =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(new byte[] {'{', '}'});
          exchange.close();
        });
    aws.start();
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.getAddress().getPort());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.remove("DISCORD_TOKEN");
    environment.put("DISCORD_TOKEN_SECRET", "the-token");

    new ConversationHandler(environment);
    aws.stop(0);

    assertThat(asked).as("the table, and no secret").containsExactly("DynamoDB_20120810.GetItem");
  }

  private static final String BOT_MESSAGE =
      "{\"v\":1,\"kind\":\"gateway_event\",\"platform\":\"discord\",\"session\":\"s\",\"seq\":1,"
          + "\"shard\":0,\"shards\":1,\"event\":\"MESSAGE_CREATE\",\"channel_id\":\"100\","
          + "\"author_is_bot\":true,\"mentions_us\":true,\"received_at\":1770000000000,"
          + "\"payload\":{}}";

  private static String handle(String event) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    new ConversationHandler(ENVIRONMENT)
        .handleRequest(new ByteArrayInputStream(bytes), response, new NoContext());
    return response.toString(StandardCharsets.UTF_8);
  }
}
