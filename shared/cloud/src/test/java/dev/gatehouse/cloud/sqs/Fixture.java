package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.contracts.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What most tests of the client begin with. */
final class Fixture {
  static final AwsCredentials CREDENTIALS =
      new AwsCredentials(
          "AKIDEXAMPLE", Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), null);
  static final AwsCredentials TEMPORARY =
      new AwsCredentials(
          CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey(), Secret.of("token/+=="));
  static final Clock CLOCK = Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);
  static final String DONE =
      "{\"Successful\":[{\"Id\":\"0\",\"MessageId\":\"m-0\"}],\"Failed\":[]}";

  private Fixture() {}

  static LeanSqsSettings settings(URI url, int readMillis) {
    return new LeanSqsSettings(url, url, "us-east-1", 2_000, readMillis);
  }

  static LeanSqs client(URI url) {
    return new LeanSqs(settings(url, 10_000), () -> CREDENTIALS, CLOCK);
  }

  static List<OutgoingMessage> one() {
    return List.of(new OutgoingMessage("g", "d", "body"));
  }

  static String ok(String body) {
    return answer("200 OK", body);
  }

  static String answer(String status, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n\r\n" + body;
  }
}
