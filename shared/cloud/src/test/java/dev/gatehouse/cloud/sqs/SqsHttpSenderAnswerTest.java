package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.ScriptedServer.Step;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of each answer. */
final class SqsHttpSenderAnswerTest {
  private static final List<SendOutcome> SENT = List.of(new SendOutcome.Sent("m-0"));

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
  void readsAnAnswerThatComesInPieces() {
    String answer = Samples.ok(Fixture.DONE);
    server.then(Step.answer(answer.split("(?<=[\\r\\n:,\\[])")));

    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
  }

  @Test
  void readsAChunkedAnswer() {
    server.then(
        Step.answer(
            "HTTP/1.1 200 OK\r\nTRANSFER-ENCODING: chunked\r\n\r\n",
            "A;ext=1\r\n" + Fixture.DONE.substring(0, 10) + "\r\n",
            Integer.toHexString(Fixture.DONE.length() - 10) + "\r\n",
            Fixture.DONE.substring(10) + "\r\n0\r\nTrailer: x\r\n\r\n"));

    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
  }

  @Test
  void readsAnAnswerThatEndsWithTheConnection() {
    server.then(Step.answerAndClose("HTTP/1.1 200 OK\r\n\r\n", Fixture.DONE));

    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
  }

  @Test
  void skipsAnInterimAnswer() {
    server.then(Step.answer("HTTP/1.1 100 Continue\r\n\r\n", Samples.ok(Fixture.DONE)));

    assertThat(client.sendBatch(Fixture.one())).isEqualTo(SENT);
  }

  @Test
  void putsOutcomesIntoTheOrderOfTheEntries() {
    server.then(
        Step.answer(
            Samples.ok(
                """
                { "Failed" : [
                    {"SenderFault":true,"Id":"2","Code":"InvalidMessageContents","Message":"a\\u00e9\\n"},
                    {"Id":"0","Code":"InternalError","SenderFault":false} ],
                  "Other": {"x":[1,-2.5e3,null,true,"\\""]},
                  "Successful":[{"Id":"3","SequenceNumber":"18","MessageId":"m-3"}] }
                """)));
    List<OutgoingMessage> four = List.of(message("0"), message("1"), message("2"), message("3"));

    assertThat(client.sendBatch(four))
        .isEqualTo(
            List.of(
                new SendOutcome.Refused("InternalError", "no reason was given", false),
                new SendOutcome.Refused(
                    "MissingResult", "the answer does not mention this entry", false),
                new SendOutcome.Refused("InvalidMessageContents", "aé\n", true),
                new SendOutcome.Sent("m-3")));
  }

  @Test
  void saysWhatTheQueueSaid() {
    server.then(
        Step.answer(
            Samples.answer(
                "400 Bad Request",
                "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"No such queue.\"}")));

    QueueUnavailableException e = assertUnavailable();
    assertThat(e.getMessage().endsWith("QueueDoesNotExist: No such queue."))
        .as(e::getMessage)
        .isTrue();
    assertThat(e.summary()).isEqualTo("queue " + server.url("http") + ": QueueDoesNotExist");
    assertThat(e.getMessage().contains(server.url("http").toString())).as(e::getMessage).isTrue();
    assertThat(e instanceof QueueThrottledException).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.amazonaws.sqs#RequestThrottled",
        "com.amazonaws.sqs#KmsThrottled",
        "com.amazon.coral.availability#ThrottlingException",
        "com.amazonaws.sqs#OverLimit"
      })
  void knowsThrottlingByItsCode(String type) {
    server.then(Step.answer(Samples.answer("400 Bad Request", "{\"__type\":\"" + type + "\"}")));

    assertThat(assertUnavailable()).isInstanceOf(QueueThrottledException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.amazon.coral.service#SerializationException",
        "com.amazonaws.sqs#InvalidMessageContents",
        "com.amazonaws.sqs#BatchRequestTooLong"
      })
  void knowsByItsCodeWhatItNeedNotSendAgain(String type) {
    server.then(Step.answer(Samples.answer("400 Bad Request", "{\"__type\":\"" + type + "\"}")));

    assertThat(assertUnavailable()).isInstanceOf(QueueRejectedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"503 Service Unavailable", "429 Too Many Requests"})
  void knowsThrottlingByItsStatus(String status) {
    server.then(Step.answer(Samples.answer(status, "<html>busy</html>")));

    assertThat(assertUnavailable()).isInstanceOf(QueueThrottledException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"Successful\":[{\"Id\":\"0\"",
        "{\"Successful\":[{\"Id\":\"7\",\"MessageId\":\"m\"}]}",
        "{\"Successful\":[{\"Id\":\"x\",\"MessageId\":\"m\"}]}",
        "{\"Successful\":[{\"MessageId\":\"m\"}]}",
        "{\"Successful\":[{\"Id\":\"0\",\"MessageId\":\"\\u12\"}]}",
        "{\"Successful\":5}"
      })
  void refusesABodyThatItDoesNotUnderstand(String body) {
    server.then(Step.answer(Samples.ok(body)));

    assertUnavailable();
  }

  @Test
  void refusesABodyThatIsNestedWithoutEnd() {
    server.then(Step.answer(Samples.ok("{\"x\":" + "[".repeat(5_000))));

    assertUnavailable();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"
      })
  void refusesWhatIsNoHttp(String answer) {
    server.then(Step.answerAndClose(answer));

    assertUnavailable();
  }

  @Test
  void refusesAnEndlessHeader() {
    server.then(Step.answerAndClose("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 20)));

    assertUnavailable();
  }

  private QueueUnavailableException assertUnavailable() {
    return assertThatExceptionOfType(QueueUnavailableException.class)
        .isThrownBy(() -> client.sendBatch(Fixture.one()))
        .actual();
  }

  private static OutgoingMessage message(String id) {
    return new OutgoingMessage("g", id, "body");
  }
}
