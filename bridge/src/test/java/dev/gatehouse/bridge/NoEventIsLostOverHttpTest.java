package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.SqsEndpoint.Trouble;
import dev.gatehouse.bridge.outbox.BatchSender;
import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.cloud.sqs.SigningClock;
import dev.gatehouse.cloud.sqs.SqsHttpSender;
import dev.gatehouse.cloud.sqs.SqsSenderSettings;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bridge's own client of SQS, and an endpoint that it reaches over real connections. */
@DisplayName("Promise 1: no event is lost on its way to SQS")
class NoEventIsLostOverHttpTest {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** Short, so that a silent queue is noticed soon. */
  private static final Duration READ_TIMEOUT = Duration.ofMillis(300);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

  private static final AwsCredentials CREDENTIALS =
      new AwsCredentials("AKIDEXAMPLE", Secret.of("no-secret"), null);

  private final Storm storm = new Storm();
  private final SqsEndpoint sqs = SqsEndpoint.open(storm.queue());
  private final List<SqsHttpSender> clients = new ArrayList<>();

  @AfterEach
  void calm() {
    storm.close();
    clients.forEach(SqsHttpSender::close);
    sqs.close();
  }

  private BatchSender client(SqsEndpoint endpoint) {
    SqsHttpSender client =
        new SqsHttpSender(
            new SqsSenderSettings(
                endpoint.url(),
                endpoint.url(),
                "eu-central-1",
                CONNECT_TIMEOUT,
                READ_TIMEOUT,
                CALL_TIMEOUT),
            () -> CREDENTIALS,
            new SigningClock(Clock.systemUTC()),
            System::nanoTime);
    clients.add(client);
    return client::sendBatch;
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"REFUSING", "DEAF", "CUT", "SILENT", "BROKEN", "THROTTLING", "PARTIAL", "SLOW"})
  void whenTheQueueHasTroubleFromTheFirstCallOn(Trouble trouble) {
    sqs.has(trouble);
    storm.readyBridge(client(sqs));
    storm.begin();
    Await.until("the queue was called", () -> sqs.calls() > 8);
    sqs.has(Trouble.NONE);

    storm.assertNothingIsLost();
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"REFUSING", "DEAF", "CUT", "SILENT"})
  void whenConnectionsThatWereGoodAreCut(Trouble trouble) {
    Bridge bridge = storm.readyBridge(client(sqs));
    storm.begin();
    storm.awaitEvents(200);
    sqs.has(trouble);
    Await.until("the queue was called", () -> sqs.calls() > 8);
    sqs.has(Trouble.NONE);

    storm.assertNothingIsLost();
    assertThat(bridge.metrics().connects.value()).as("the gateway noticed nothing").isEqualTo(1);
    boolean arrived = trouble != Trouble.REFUSING;
    assertThat(storm.queue().repeated() > 0)
        .as("what had arrived unanswered came twice")
        .isEqualTo(arrived);
  }

  @Test
  void whenTheSpoolFillsWhileTheQueueIsAway() {
    sqs.has(Trouble.REFUSING);
    Bridge bridge =
        storm.bridge(client(sqs), Optional.empty(), Map.of("BRIDGE_SPOOL_EVENTS", "100"));
    storm.awaitReady(bridge);
    storm.begin();
    Await.until("the bridge has paused", () -> bridge.metrics().pauses.value() > 0);
    storm.stop();
    sqs.has(Trouble.NONE);

    storm.assertNothingIsLost();
    assertThat(bridge.metrics().sessions.value()).as("it resumed").isEqualTo(1);
  }

  /** All that a process sent last has arrived, but it dies before it hears of it. */
  @Test
  void whenASuccessorReplaysWhatACrashLeftUnacknowledged() {
    InMemoryTable table = new InMemoryTable();
    TroubledTable way = new TroubledTable(table);
    Map<String, String> shared =
        Map.of(
            "STATE_TABLE", "state",
            "BRIDGE_LEASE_MILLIS", "800",
            "BRIDGE_STOP_MILLIS", "100");
    try (SqsEndpoint another = SqsEndpoint.open(storm.queue())) {
      Bridge first = storm.bridge(client(sqs), Optional.of(way), shared);
      storm.awaitReady(first);
      storm.begin();
      storm.awaitEvents(200);
      sqs.has(Trouble.DEAF);
      Await.until("calls stay unanswered", () -> sqs.calls() > 8);
      way.cut(true);
      Bridge successor = storm.bridge(client(another), Optional.of(table), shared);
      storm.awaitReady(successor);

      storm.assertNothingIsLost();
      assertThat(successor.metrics().identifies.value()).as("it resumed").isEqualTo(0);
      assertThat(another.calls() > 0).as("the successor sent").isTrue();
      assertThat(storm.queue().repeated() > 0).as("what had arrived came twice").isTrue();
      storm.end(successor);
    }
  }
}
