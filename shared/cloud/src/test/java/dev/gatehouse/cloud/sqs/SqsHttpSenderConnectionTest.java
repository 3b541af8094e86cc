package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.credentials.CredentialsUnavailableException;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.ScriptedServer.Request;
import dev.gatehouse.cloud.sqs.ScriptedServer.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When connections are used again, replaced and given up. */
final class SqsHttpSenderConnectionTest {
  private static final Step DONE = Step.answer(Samples.ok(Fixture.DONE));
  private static final Step DONE_AND_CLOSED = Step.answerAndClose(Samples.ok(Fixture.DONE));
  private static final Step CLOSED = Step.answerAndClose();
  private static final Pattern DEDUPLICATION =
      Pattern.compile("\"MessageDeduplicationId\":\"([^\"]+)\"");

  private ScriptedServer server;
  private SqsHttpSender client;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    client = Fixture.client(server.url("http"));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void usesAConnectionAgain() {
    server.then(DONE).then(DONE).then(DONE);
    send(3);

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void leavesAConnectionWhenTheServerSaysSo() {
    server
        .then(
            Step.answer(
                Samples.ok(Fixture.DONE).replace("\r\n\r\n", "\r\nconnection:  Close\r\n\r\n")))
        .then(DONE);
    send(2);

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void triesOnceMoreWhenAKeptConnectionWasClosed() {
    server.then(DONE_AND_CLOSED).then(DONE);
    send(2);

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void triesOnceMoreWhenAKeptConnectionEndsWithoutAnAnswer() {
    server.then(DONE).then(CLOSED).then(DONE);
    send(2);

    assertThat(server.requests().size()).isEqualTo(3);
    assertThat(server.requests().get(2).body()).isEqualTo(server.requests().get(1).body());
  }

  @Test
  void doesNotTryAThirdTime() {
    server.then(DONE).then(CLOSED).then(CLOSED).then(DONE);
    send(1);

    assertUnavailable();
    assertThat(server.requests().size()).isEqualTo(3);
  }

  @Test
  void doesNotTryAgainOnceAnAnswerHasBegun() {
    server.then(DONE).then(Step.answerAndClose("HTTP/1.1 2")).then(DONE);
    send(1);

    assertUnavailable();
    assertThat(server.requests().size()).isEqualTo(2);
  }

  @Test
  void doesNotUseAConnectionAgainAfterGarbageBehindAnAnswer() {
    server.then(Step.answer(Samples.ok(Fixture.DONE) + "HTTP/1.1 500 Smuggled\r\n\r\n")).then(DONE);
    send(2);

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void givesUpOnASilentServer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      SqsHttpSender impatient =
          new SqsHttpSender(
              Fixture.settings(url(silent), 50),
              () -> Samples.CREDENTIALS,
              new SigningClock(Samples.CLOCK),
              System::nanoTime);

      QueueUnavailableException e =
          assertThatExceptionOfType(QueueUnavailableException.class)
              .isThrownBy(() -> impatient.sendBatch(Fixture.one()))
              .actual();
      assertThat(e.getCause()).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void closingBreaksOffACallThatIsUnderWay() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    server.then(request -> {
      arrived.countDown();
      return Step.answer();
    });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> call = threads.submit(this::assertUnavailable);
      arrived.await();
      client.close();
      call.get();
    }
  }

  @Test
  void opensNoConnectionOnceItIsClosed() {
    client.close();

    QueueUnavailableException e =
        assertThatExceptionOfType(QueueUnavailableException.class)
            .isThrownBy(() -> client.sendBatch(Fixture.one()))
            .actual();
    assertThat(e.getMessage().contains("the client is closed")).as(e::getMessage).isTrue();
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    server.close();

    assertUnavailable();
  }

  @Test
  void saysThatThereAreNoCredentials() {
    SqsSenderSettings settings = Fixture.settings(server.url("http"), 10_000);
    SqsHttpSender unsigned =
        new SqsHttpSender(
            settings,
            () -> {
              throw new CredentialsUnavailableException("nobody gave any", null);
            },
            new SigningClock(Samples.CLOCK),
            System::nanoTime);

    QueueUnavailableException e =
        assertThatExceptionOfType(QueueUnavailableException.class)
            .isThrownBy(() -> unsigned.sendBatch(Fixture.one()))
            .actual();
    assertThat(e.getMessage().contains("nobody gave any")).as(e::getMessage).isTrue();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void warmingUpConnectsAndLeavesNothingBehind() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SqsHttpSender ahead = Fixture.client(url(listener))) {
      ahead.warmUp();
      try (Socket rehearsal = listener.accept()) {
        assertThat(rehearsal.getInputStream().read()).isEqualTo(-1);
      }

      try (ScriptedServer queue = new ScriptedServer(listener).then(DONE)) {
        assertThat(ahead.sendBatch(Fixture.one())).isEqualTo(List.of(new SendOutcome.Sent("m-0")));
        assertThat(queue.connections()).isEqualTo(1);
        assertThat(queue.requests().size()).isEqualTo(1);
      }
    }
  }

  @Test
  void warmingUpFindsNobodyAndSaysNothing() throws IOException {
    server.close();
    client.warmUp();

    assertUnavailable();
  }

  @Test
  void keepsTheCallsOfManyThreadsApart() throws Exception {
    int calls = 200;
    IntStream.range(0, calls).forEach(i -> server.then(SqsHttpSenderConnectionTest::echoId));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SendOutcome>> outcomes =
          IntStream.range(0, calls)
              .mapToObj(i -> new OutgoingMessage("g", "id-" + i, "body"))
              .map(message -> threads.submit(() -> client.sendBatch(List.of(message)).getFirst()))
              .toList();

      for (int i = 0; i < calls; i++) {
        assertThat(outcomes.get(i).get()).isEqualTo(new SendOutcome.Sent("of id-" + i));
      }
    }
  }

  private static URI url(ServerSocket listener) {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/1/q.fifo");
  }

  private static Step echoId(Request request) {
    Matcher matcher = DEDUPLICATION.matcher(request.body());
    String id = matcher.find() ? matcher.group(1) : "none";
    return Step.answer(Samples.ok(Fixture.DONE.replace("m-0", "of " + id)));
  }

  private void send(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(client.sendBatch(Fixture.one())).isEqualTo(List.of(new SendOutcome.Sent("m-0")));
    }
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> client.sendBatch(Fixture.one()))
        .isInstanceOf(QueueUnavailableException.class);
  }
}
