package dev.gatehouse.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a call of the queue meets, letter by letter, again and again from the last: {@code t} taken,
 * {@code r} refused by the service for now, {@code R} for good, {@code c} nobody listens, {@code h}
 * hangs for the whole attempt, {@code b} breaks off, {@code q} throttled.
 */
final class RetryingQueueSenderTest {
  private static final Duration ATTEMPT = Duration.ofMillis(900);
  private static final Duration WHOLE = Duration.ofMillis(2200);
  private static final OutgoingMessage MESSAGE = new OutgoingMessage("g", "d", "body");

  private final List<String> sent = new ArrayList<>();
  private long now = Long.MAX_VALUE - 1_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "t, 1, taken",
    "rt, 2, taken",
    "qrt, 3, taken",
    "ct, 2, taken",
    "bt, 2, taken",
    "ht, 2, taken",
    "hbt, 3, taken",
    "rrrrrt, 6, taken",
    "R, 1, not taken",
    "rR, 2, not taken",
    "c, 13, not taken",
    "r, 13, not taken",
    "q, 13, not taken",
    "cr, 13, not taken",
    "bR, 2, unknown",
    "h, 2, unknown",
    "hr, 4, unknown",
    "b, 13, unknown",
    "bc, 13, unknown"
  })
  void aMessageIsSentAgainWhileThereIsTimeAndItsOutcomeIsToldAsItIs(
      String queue, int calls, String outcome) {
    long began = now;

    assertThat(outcome(queue)).isEqualTo(outcome);

    assertThat(sent).hasSize(calls).containsOnly("d");
    assertThat(Duration.ofNanos(now - began)).isLessThanOrEqualTo(WHOLE);
  }

  private String outcome(String queue) {
    Deque<String> meets = new ArrayDeque<>(Stream.of(queue.split("")).toList());
    QueueSender scripted =
        batch -> {
          sent.add(batch.getFirst().deduplicationId());
          return meet(meets.size() > 1 ? meets.pop() : meets.getFirst());
        };
    try {
      new RetryingQueueSender(scripted, ATTEMPT, WHOLE, () -> now, pause -> now += pause.toNanos())
          .send(MESSAGE);
      return "taken";
    } catch (UnansweredSendException e) {
      return "unknown";
    } catch (QueueUnavailableException e) {
      return "not taken";
    }
  }

  private List<SendOutcome> meet(String what) {
    now += (what.equals("h") ? ATTEMPT : Duration.ofMillis(5)).toNanos();
    return switch (what) {
      case "t" -> List.of(new SendOutcome.Sent("1"));
      case "R" -> throw new QueueRejectedException("too large", null);
      case "q" -> throw new QueueThrottledException("slow down", null);
      case "c" -> throw down(new ConnectException("refused"));
      case "h" -> throw down(new SocketTimeoutException("no answer"));
      case "b" -> throw down(new IOException("reset"));
      default -> throw down(null);
    };
  }

  private static QueueUnavailableException down(@Nullable Throwable cause) {
    return new QueueUnavailableException("queue: no", cause);
  }
}
