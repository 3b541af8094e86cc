package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What most tests of the client begin with. */
final class Fixture {
  static final String DONE =
      "{\"Successful\":[{\"Id\":\"0\",\"MessageId\":\"m-0\"}],\"Failed\":[]}";

  private Fixture() {}

  static SqsSenderSettings settings(URI url, int readMillis) {
    return new SqsSenderSettings(
        url,
        url,
        "us-east-1",
        Duration.ofSeconds(2),
        Duration.ofMillis(readMillis),
        Duration.ofSeconds(20));
  }

  static SqsHttpSender client(URI url) {
    return new SqsHttpSender(
        settings(url, 10_000),
        () -> Samples.CREDENTIALS,
        new SigningClock(Samples.CLOCK),
        System::nanoTime);
  }

  static List<OutgoingMessage> one() {
    return List.of(new OutgoingMessage("g", "d", "body"));
  }
}
