package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.credentials.CredentialsSource;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.ScriptedServer.Request;
import dev.gatehouse.cloud.sqs.ScriptedServer.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens when this machine's clock is wrong, by what the queue's answer says. */
final class SqsHttpSenderClockTest {
  private static final Step DONE = Step.answer(Samples.ok(Fixture.DONE));
  private static final List<SendOutcome> SENT = List.of(new SendOutcome.Sent("m-0"));
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SIGNED =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

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

  @ParameterizedTest
  @CsvSource({
    "403 Forbidden, RequestTimeTooSkewed, PT20M",
    "403 Forbidden, RequestTimeTooSkewed, PT-20M",
    "400 Bad Request, RequestExpired, PT16M",
    "400 Bad Request, RequestInTheFuture, PT-16M",
    "403 Forbidden, InvalidSignatureException, PT7M",
    "403 Forbidden, InvalidSignatureException, PT-100000H",
    "403 Forbidden, SignatureDoesNotMatch, PT-7M",
    "403 Forbidden, AuthFailure, PT24H"
  })
  void signsOnceMoreWithTheQueuesTime(String status, String code, Duration ahead) {
    Instant theirs = Samples.CLOCK.instant().plus(ahead);
    server.then(refusal(status, code, HTTP_DATE.format(theirs))).then(DONE).then(DONE);

    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
    assertThat(server.requests())
        .extracting(request -> request.header("X-Amz-Date"))
        .containsExactly(
            SIGNED.format(Samples.CLOCK.instant()), SIGNED.format(theirs), SIGNED.format(theirs));
    assertThat(server.requests()).extracting(Request::body).containsOnly(body());
  }

  @ParameterizedTest
  @CsvSource({
    "a key that is wrong, InvalidSignatureException, 'Sun, 30 Aug 2015 12:36:00 GMT'",
    "a clock that is near enough, SignatureDoesNotMatch, 'Sun, 30 Aug 2015 12:39:00 GMT'",
    "another refusal, AccessDeniedException, 'Sun, 30 Aug 2015 13:36:00 GMT'",
    "another error, InternalError, 'Sun, 30 Aug 2015 13:36:00 GMT'",
    "a date that is none, RequestTimeTooSkewed, yesterday",
    "no date, RequestTimeTooSkewed, ''"
  })
  void doesNotTryAgainFor(String what, String code, String date) {
    server.then(refusal("403 Forbidden", code, date)).then(DONE);

    assertThatThrownBy(() -> client.sendBatch(Fixture.one()))
        .isInstanceOf(QueueUnavailableException.class)
        .hasMessageContaining(code);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void doesNotTryAThirdTime() {
    for (int minutes = 10; minutes <= 40; minutes += 10) {
      Instant theirs = Samples.CLOCK.instant().plus(Duration.ofMinutes(minutes));
      server.then(refusal("403 Forbidden", "RequestExpired", HTTP_DATE.format(theirs)));
    }

    assertThatThrownBy(() -> client.sendBatch(Fixture.one()))
        .isInstanceOf(QueueUnavailableException.class);
    assertThat(server.requests()).hasSize(2);
  }

  /** The machine's clock is put right later on, so that the correction is wrong. */
  @Test
  void takesACorrectionBack() {
    server
        .then(refusal("403 Forbidden", "RequestExpired", "Sun, 30 Aug 2015 13:36:00 GMT"))
        .then(DONE)
        .then(refusal("403 Forbidden", "RequestInTheFuture", "Sun, 30 Aug 2015 12:36:00 GMT"))
        .then(DONE);

    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
    assertThat(server.requests().getLast().header("X-Amz-Date"))
        .isEqualTo(SIGNED.format(Samples.CLOCK.instant()));
  }

  @Test
  void triesAgainOnAnotherConnectionWhereTheRefusalEndedTheFirst() {
    String refused = text("403 Forbidden", "RequestExpired", "Sun, 30 Aug 2015 13:36:00 GMT");
    server.then(Step.answerAndClose(refused.replace("Date:", "Connection: close\r\nDate:")));
    server.then(DONE);

    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
    assertThat(server.connections()).isEqualTo(2);
  }

  /** The credentials' source is told the time that the queue's answer has put right. */
  @Test
  void whoSharesTheClockIsPutRightWithIt() {
    SigningClock clock = new SigningClock(Samples.CLOCK);
    List<Instant> asked = new ArrayList<>();
    Instant theirs = Samples.CLOCK.instant().minus(Duration.ofDays(1));
    server.then(refusal("403 Forbidden", "RequestExpired", HTTP_DATE.format(theirs))).then(DONE);
    CredentialsSource credentials =
        () -> {
          asked.add(clock.instant());
          return Samples.CREDENTIALS;
        };
    try (SqsHttpSender sharing =
        new SqsHttpSender(
            Fixture.settings(server.url("http"), 10_000), credentials, clock, System::nanoTime)) {
      assertThat(sharing.sendBatch(Fixture.one())).isEqualTo(SENT);
    }
    assertThat(asked).containsExactly(Samples.CLOCK.instant(), theirs);
  }

  private String body() {
    return server.requests().getFirst().body();
  }

  private static Step refusal(String status, String code, String date) {
    return Step.answer(text(status, code, date));
  }

  private static String text(String status, String code, String date) {
    String body = "{\"__type\":\"com.amazon.coral.service#" + code + "\",\"message\":\"why\"}";
    String header = date.isEmpty() ? "" : "Date: " + date + "\r\n";
    return Samples.answer(status, body).replace("Content-Length", header + "Content-Length");
  }
}
