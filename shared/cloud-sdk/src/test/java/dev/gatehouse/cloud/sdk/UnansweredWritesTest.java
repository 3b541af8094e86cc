package dev.gatehouse.cloud.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a call to a table is made again, and what a failed condition then means. */
final class UnansweredWritesTest {
  /** What the server does with a call. */
  private enum Reaction {
    DONE(200, ""),
    CONDITION_FAILED(400, "ConditionalCheckFailedException"),
    THROTTLED(400, "ThrottlingException"),
    OVER_CAPACITY(400, "ProvisionedThroughputExceededException"),
    MALFORMED(400, "ValidationException"),
    FORBIDDEN(400, "AccessDeniedException"),
    BROKEN(500, "InternalServerError"),
    SILENT(0, "");

    private final int status;
    private final String code;

    Reaction(int status, String code) {
      this.status = status;
      this.code = code;
    }

    void to(HttpExchange exchange) throws IOException {
      exchange.getRequestBody().readAllBytes();
      if (this != SILENT) {
        String error = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + code + "\"}";
        byte[] body = (this == DONE ? "{}" : error).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
      }
      exchange.close();
    }
  }

  private static final Item ITEM = new Item(new Key("p", "s"), Map.of());

  private final Queue<Reaction> script = new ConcurrentLinkedQueue<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final HttpServer server;
  private final AwsClients clients;
  private final Table table;

  UnansweredWritesTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          script.remove().to(exchange);
        });
    server.start();
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    clients = AwsClients.of(Settings.of(Environments.at(endpoint)));
    table = clients.table("t");
  }

  @AfterEach
  void stop() {
    clients.close();
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "OVER_CAPACITY", "BROKEN", "SILENT"})
  void callsAgainWhereThatMayHelp(Reaction trouble) {
    script.addAll(List.of(trouble, trouble, Reaction.DONE));

    assertThat(table.putIf(ITEM, Condition.absent())).isTrue();
    assertThat(calls).hasValue(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "OVER_CAPACITY", "BROKEN", "SILENT"})
  void givesUpAfterThreeAttempts(Reaction trouble) {
    script.addAll(List.of(trouble, trouble, trouble, Reaction.DONE));

    assertThatThrownBy(() -> table.put(ITEM)).isInstanceOf(TableUnavailableException.class);
    assertThat(calls).hasValue(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"MALFORMED", "FORBIDDEN"})
  void doesNotRepeatWhatWouldBeRefusedAgain(Reaction refusal) {
    script.addAll(List.of(refusal, Reaction.DONE));

    assertThatThrownBy(() -> table.put(ITEM))
        .isInstanceOf(TableUnavailableException.class)
        .hasMessageStartingWith("table t: ");
    assertThat(calls).hasValue(1);
  }

  @Test
  void aFailedConditionIsAnAnswer() {
    script.add(Reaction.CONDITION_FAILED);

    assertThat(table.putIf(ITEM, Condition.absent())).isFalse();
    assertThat(calls).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "OVER_CAPACITY"})
  void afterARefusedAttemptAFailedConditionIsAnAnswerToo(Reaction refusal) {
    script.addAll(List.of(refusal, Reaction.CONDITION_FAILED));

    assertThat(table.deleteIf(ITEM.key(), Condition.present())).isFalse();
  }

  /** The attempt that was not answered may have put the very item that the next one met. */
  @ParameterizedTest
  @EnumSource(names = {"SILENT", "BROKEN"})
  void afterAnUnansweredAttemptNobodyKnowsWhyAConditionFailed(Reaction trouble) {
    for (int call = 0; call < 3; call++) {
      script.addAll(List.of(trouble, Reaction.CONDITION_FAILED));
    }

    assertThatThrownBy(() -> table.putIf(ITEM, Condition.absent()))
        .isInstanceOf(TableUnavailableException.class)
        .hasMessageContaining("whether the write was done is not known");
    assertThatThrownBy(() -> table.updateIf(ITEM.key(), List.of(), Condition.absent()))
        .isInstanceOf(TableUnavailableException.class);
    assertThatThrownBy(() -> table.deleteIf(ITEM.key(), Condition.present()))
        .isInstanceOf(TableUnavailableException.class);
  }

  @Test
  void whatIsNotKnownOfOneCallSaysNothingOfTheNext() {
    script.addAll(List.of(Reaction.SILENT, Reaction.DONE, Reaction.CONDITION_FAILED));
    table.put(ITEM);

    assertThat(table.putIf(ITEM, Condition.absent())).isFalse();
  }
}
