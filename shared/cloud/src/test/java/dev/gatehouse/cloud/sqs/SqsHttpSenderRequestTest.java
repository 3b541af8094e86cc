package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.cloud.sqs.ScriptedServer.Request;
import dev.gatehouse.cloud.sqs.ScriptedServer.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire. */
final class SqsHttpSenderRequestTest {
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer().then(Step.answer(Samples.ok(Fixture.DONE)));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void callsTheOperationWithItsHeaders() {
    Request request = send(Samples.CREDENTIALS);

    assertThat(request.head().startsWith("POST / HTTP/1.1\r\n")).as(request::head).isTrue();
    assertThat(request.header("X-Amz-Target")).isEqualTo("AmazonSQS.SendMessageBatch");
    assertThat(request.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
    assertThat(request.header("X-Amz-Date")).isEqualTo("20150830T123600Z");
    assertThat(request.header("Host")).isEqualTo("127.0.0.1:" + server.url("http").getPort());
  }

  @Test
  void signsWhatItSends() {
    Request request = send(Samples.CREDENTIALS);

    assertThat(request.header("Authorization"))
        .isEqualTo(
            ExpectedSignature.of(
                request, "sqs", List.of("content-type", "host", "x-amz-date", "x-amz-target")));
  }

  @Test
  void signsTheSessionTokenToo() {
    Request request = send(Samples.TEMPORARY);

    assertThat(request.header("X-Amz-Security-Token")).isEqualTo("token/+==");
    assertThat(request.header("Authorization"))
        .isEqualTo(
            ExpectedSignature.of(
                request,
                "sqs",
                List.of(
                    "content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target")));
  }

  @Test
  void writesEachEntryWithItsSlice() {
    byte[] bytes = "__{\"a\":\"\\n\"}__".getBytes(StandardCharsets.UTF_8);
    RawEntry sliced = new RawEntry("g\"1", "d1", bytes, 2, bytes.length - 4);
    RawEntry whole = RawEntry.of("é", "d2", new byte[] {1, '\n', '\t', '\r', 'x'});
    try (SqsHttpSender client = Fixture.client(server.url("http"))) {
      client.sendBatch(new RawBatch(List.of(sliced, whole)));
    }

    String expected =
        """
        {"QueueUrl":"%s","Entries":[\
        {"Id":"0","MessageGroupId":"g\\"1","MessageDeduplicationId":"d1",\
        "MessageBody":"{\\"a\\":\\"\\\\n\\"}"},\
        {"Id":"1","MessageGroupId":"é","MessageDeduplicationId":"d2",\
        "MessageBody":"\\u0001\\n\\t\\rx"}]}\
        """
            .formatted(server.url("http"));
    assertThat(server.requests().getFirst().body()).isEqualTo(expected);
  }

  private Request send(AwsCredentials credentials) {
    SqsSenderSettings settings = Fixture.settings(server.url("http"), 10_000);
    try (SqsHttpSender client =
        new SqsHttpSender(
            settings, () -> credentials, new SigningClock(Samples.CLOCK), System::nanoTime)) {
      client.sendBatch(Fixture.one());
    }
    return server.requests().getFirst();
  }
}
