package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.aws.Samples;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import java.net.URI;
import java.util.List;

/** What most tests of the client begin with. */
final class Fixture {
  static final String DONE =
      "{\"Successful\":[{\"Id\":\"0\",\"MessageId\":\"m-0\"}],\"Failed\":[]}";

  private Fixture() {}

  static LeanSqsSettings settings(URI url, int readMillis) {
    return new LeanSqsSettings(url, url, "us-east-1", 2_000, readMillis);
  }

  static LeanSqs client(URI url) {
    return new LeanSqs(settings(url, 10_000), () -> Samples.CREDENTIALS, Samples.CLOCK);
  }

  static List<OutgoingMessage> one() {
    return List.of(new OutgoingMessage("g", "d", "body"));
  }
}
