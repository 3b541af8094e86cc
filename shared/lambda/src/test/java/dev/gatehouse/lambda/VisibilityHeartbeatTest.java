package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.queue.RecordedDeliveries;
import dev.gatehouse.testkit.queue.RecordedDeliveries.Visibility;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class VisibilityHeartbeatTest {
  private static final Duration HELD = Duration.ofSeconds(40);

  private final RecordedDeliveries queue = new RecordedDeliveries();
  private final SqsRecord record = new SqsRecord("m1", "group", "receipt", 1, "body");

  @Test
  void theRecordIsHeldAnewWhileTheWorkGoesOn() {
    try (var _ = VisibilityHeartbeat.start(() -> queue, record, HELD, Duration.ofMillis(1))) {
      Await.value("three beats", queue::visibilities, beats -> beats.size() >= 3);
    }

    assertThat(queue.visibilities()).containsOnly(new Visibility("receipt", HELD));
  }

  @Test
  void noBeatComesAfterItsEnd() {
    VisibilityHeartbeat heartbeat =
        VisibilityHeartbeat.start(() -> queue, record, HELD, Duration.ofDays(1));
    Await.value("the first beat", queue::visibilities, beats -> beats.size() == 1);

    heartbeat.close();
    queue.changeVisibility("receipt", Duration.ofSeconds(2));

    assertThat(queue.visibilities())
        .containsExactly(
            new Visibility("receipt", HELD), new Visibility("receipt", Duration.ofSeconds(2)));
  }

  @Test
  void aQueueThatCannotBeReachedDoesNotEndTheWork() {
    queue.goDown();

    try (var _ = VisibilityHeartbeat.start(() -> queue, record, HELD, Duration.ofMillis(1))) {
      assertThat(queue.visibilities()).isEmpty();
    }
  }
}
