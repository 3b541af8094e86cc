package dev.gatehouse.cloud.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.aws.CredentialsUnavailableException;
import dev.gatehouse.cloud.aws.Samples;
import dev.gatehouse.cloud.aws.ScriptedServer.Request;
import dev.gatehouse.cloud.aws.ScriptedServer.Step;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is made again, and what is said when it is not. */
final class LeanTableRetryTest {
  private static final Key KEY = new Key("p", "s");
  private static final Item ITEM = new Item(KEY, Map.of());
  private static final Step CLOSED = Step.answerAndClose();

  private ScriptedDynamo dynamo;

  @BeforeEach
  void start() throws IOException {
    dynamo = new ScriptedDynamo();
  }

  @AfterEach
  void stop() throws IOException {
    dynamo.close();
  }

  @ParameterizedTest
  @CsvSource({
    "500 Internal Server Error, InternalServerError, 50, 100",
    "503 Service Unavailable, ServiceUnavailable, 50, 100",
    "400 Bad Request, ProvisionedThroughputExceededException, 500, 1000",
    "400 Bad Request, ThrottlingException, 500, 1000",
    "400 Bad Request, RequestLimitExceeded, 500, 1000",
    "429 Too Many Requests, Unknown, 500, 1000"
  })
  void callsAgainAfterPausesThatDouble(String status, String code, long first, long second) {
    dynamo.error(status, code).error(status, code).ok("{}");
    dynamo.table().put(ITEM);

    assertEquals(List.of(first, second), dynamo.pauses());
    assertEquals(3, dynamo.requests().size());
    assertEquals(1, dynamo.requests().stream().map(Request::body).distinct().count());
    assertEquals(1, dynamo.connections());
  }

  @Test
  void givesUpAfterThreeAttempts() {
    for (int i = 0; i < 4; i++) {
      dynamo.error("400 Bad Request", "ThrottlingException");
    }

    TableUnavailableException e = unavailable();
    assertEquals("table t: ThrottlingException: why", e.getMessage());
    assertEquals("table t: ThrottlingException", e.summary());
    assertEquals(3, dynamo.requests().size());
    assertEquals(2, dynamo.pauses().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ValidationException",
        "UnrecognizedClientException",
        "ExpiredTokenException",
        "AccessDeniedException",
        "ItemCollectionSizeLimitExceededException"
      })
  void doesNotRepeatWhatWouldBeRefusedAgain(String code) {
    dynamo.error("400 Bad Request", code).ok("{}");

    assertEquals("table t: " + code + ": why", unavailable().getMessage());
    assertEquals(1, dynamo.requests().size());
  }

  @Test
  void saysThatTheTableIsMissing() {
    dynamo.error("400 Bad Request", "ResourceNotFoundException");

    assertEquals("table t: does not exist", unavailable().getMessage());
  }

  @Test
  void saysThatThereAreNoCredentials() throws IOException {
    try (ScriptedDynamo unsigned =
        new ScriptedDynamo(() -> {
          throw new CredentialsUnavailableException("nobody gave any", null);
        })) {
      TableUnavailableException e =
          assertThrows(TableUnavailableException.class, () -> unsigned.table().get(KEY));

      assertEquals("table t: nobody gave any", e.getMessage());
      assertInstanceOf(CredentialsUnavailableException.class, e.getCause());
      assertEquals(List.of(), unsigned.requests());
      assertEquals(List.of(), unsigned.pauses());
    }
  }

  @Test
  void aFailedConditionIsAnAnswer() {
    dynamo.error("400 Bad Request", "ConditionalCheckFailedException");

    assertFalse(dynamo.table().putIf(ITEM, Condition.absent()));
    assertEquals(1, dynamo.requests().size());
  }

  @Test
  void afterAThrottledAttemptAFailedConditionIsAnAnswerToo() {
    dynamo
        .error("400 Bad Request", "ThrottlingException")
        .error("400 Bad Request", "ConditionalCheckFailedException");

    assertFalse(dynamo.table().deleteIf(KEY, Condition.present()));
  }

  /** The first attempt may have put the very item that the second one met. */
  @Test
  void afterAnUnansweredAttemptNobodyKnowsWhyAConditionFailed() {
    dynamo.then(CLOSED).error("400 Bad Request", "ConditionalCheckFailedException");

    TableUnavailableException e =
        assertThrows(
            TableUnavailableException.class, () -> dynamo.table().putIf(ITEM, Condition.absent()));
    assertTrue(e.getMessage().contains("is not known"), e::getMessage);
  }

  @Test
  void afterAServersErrorNobodyKnowsWhyAConditionFailed() {
    dynamo
        .error("500 Internal Server Error", "InternalServerError")
        .error("400 Bad Request", "ConditionalCheckFailedException");

    assertThrows(
        TableUnavailableException.class,
        () -> dynamo.table().updateIf(KEY, List.of(), Condition.absent()));
  }

  @Test
  void callsAgainWhenTheConnectionEndsWithinAnAnswer() {
    dynamo.then(Step.answerAndClose("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"It")).ok("{}");
    dynamo.table().put(ITEM);

    assertEquals(List.of(50L), dynamo.pauses());
    assertEquals(2, dynamo.connections());
  }

  @Test
  void aKeptConnectionThatWasClosedIsReplacedAtOnce() {
    dynamo.ok("{}").then(CLOSED).ok("{}");
    dynamo.table().put(ITEM);
    dynamo.table().put(ITEM);

    assertEquals(List.of(0L), dynamo.pauses());
    assertEquals(2, dynamo.connections());
    assertEquals(3, dynamo.requests().size());
  }

  @Test
  void usesAConnectionAgainForOtherTablesAndOperations() {
    dynamo.ok("{}").ok("{}").ok("{\"Items\":[]}");
    dynamo.table().put(ITEM);
    dynamo.table().get(KEY);
    dynamo.table().query(new Query("p", "", false, 1));

    assertEquals(1, dynamo.connections());
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    dynamo.stopListening();

    assertInstanceOf(ConnectException.class, unavailable().getCause());
    assertEquals(List.of(50L, 100L), dynamo.pauses());
  }

  @Test
  void givesUpOnASilentServer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LeanDynamo impatient = silent(silent, new Retries(() -> 0, pause -> {}))) {
      TableUnavailableException e =
          assertThrows(TableUnavailableException.class, () -> impatient.table("silent").get(KEY));

      assertInstanceOf(SocketTimeoutException.class, e.getCause());
      assertTrue(e.getMessage().startsWith("table silent: SocketTimeout"), e::getMessage);
    }
  }

  @Test
  void anInterruptEndsThePauseAndStaysSet() throws IOException {
    List<Duration> pauses = new ArrayList<>();
    Retries interrupted =
        new Retries(
            () -> 0,
            pause -> {
              pauses.add(pause);
              throw new InterruptedException();
            });
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LeanDynamo stopped = silent(silent, interrupted)) {
      assertThrows(TableUnavailableException.class, () -> stopped.table("t").get(KEY));

      assertTrue(Thread.interrupted());
      assertEquals(1, pauses.size());
    }
  }

  private static LeanDynamo silent(ServerSocket socket, Retries retries) {
    URI address = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    return ScriptedDynamo.dynamo(address, () -> Samples.CREDENTIALS, 50, retries);
  }

  private TableUnavailableException unavailable() {
    return assertThrows(TableUnavailableException.class, () -> dynamo.table().get(KEY));
  }
}
