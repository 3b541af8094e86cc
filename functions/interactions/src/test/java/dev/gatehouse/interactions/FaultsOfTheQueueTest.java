package dev.gatehouse.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueThrottledException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.contracts.retry.Backoff;
import dev.gatehouse.discord.signature.ReplayGuard;
import dev.gatehouse.discord.signature.SignatureVerifier;
import dev.gatehouse.interactions.http.WebhookRequest;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads, and what is started, whatever the queue's calls come to. */
final class FaultsOfTheQueueTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration ATTEMPT = Duration.ofMillis(800);
  private static final Duration DISCORD_WAITS = Duration.ofSeconds(3);

  /** What a call does. The last one of a list goes on for ever. */
  private enum Fault {
    TAKEN,
    /** No connection: the message has not left. */
    REFUSED,
    /** The connection hangs. */
    NO_CONNECTION,
    /** Taken, and the answer is lost at once. */
    ANSWER_LOST,
    /** Taken, and the answer does not come in time. */
    TAKEN_AND_SILENT,
    /** Not taken, and nothing is heard. */
    LOST_AND_SILENT,
    THROTTLED,
    REJECTED,
    ENTRY_REFUSED,
    ENTRY_AT_FAULT,
    ENTRY_UNMENTIONED
  }

  private final SettableClock clock = new SettableClock(START);
  private final SignedRequests signed = new SignedRequests(clock);
  private final Map<String, OutgoingMessage> onTheQueue = new LinkedHashMap<>();
  private final List<String> deduplicationIds = new ArrayList<>();
  private final AtomicInteger freshConnections = new AtomicInteger();
  private Deque<Fault> faults = new ArrayDeque<>();

  private final InteractionEndpoint endpoint =
      new InteractionEndpoint(
          SignatureVerifier.of(signed.publicKey()),
          new InteractionEnqueuer(
              new DeadlineSender(
                  this::call,
                  freshConnections::incrementAndGet,
                  ATTEMPT,
                  new Backoff(
                      Duration.ofMillis(50), Duration.ofMillis(200), new SplittableRandom(7)),
                  clock::advance,
                  this::nanos),
              new ReplayGuard(Duration.ofMinutes(5), 100),
              Set.of("status"),
              clock),
          new JsonFactory(),
          clock,
          (level, message) -> {});

  /**
   * Rows: what was done, what each call comes to, whether it is on the queue then, the kind of the
   * response, what its text must say and must not say.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "faults.csv", useHeadersInDisplayName = true, delimiter = '|')
  void whatIsSaidIsTrue(
      String what, String calls, boolean started, int type, String says, String neverSays) {
    script(calls);

    String answer = answer(what, "700", START);

    assertThat(answer).startsWith("{\"type\":" + type);
    assertThat(onTheQueue.size()).as("messages on the queue").isEqualTo(started ? 1 : 0);
    if (says != null) {
      assertThat(answer).contains(says);
    }
    if (neverSays != null) {
      assertThat(answer).doesNotContain(neverSays);
    }
    assertThat(deduplicationIds).containsOnly("interaction-discord-700");
    assertThat(freshConnections).hasValue(deduplicationIds.size() - 1);
    assertThat(Duration.between(START, clock.instant())).isLessThan(DISCORD_WAITS);
  }

  /** How long API Gateway had the request before, and how many hanging calls fit into the rest. */
  @ParameterizedTest
  @CsvSource({"0, 3", "400, 2", "600, 2", "1000, 1", "2600, 1", "9000, 1", "-5000, 3"})
  void whatIsLeftOfTheThreeSecondsBoundsTheAttempts(long ageMillis, int attempts) {
    script("TAKEN_AND_SILENT");

    answer("ask", "700", START.minusMillis(ageMillis));

    assertThat(deduplicationIds).hasSize(attempts);
  }

  @Test
  void whatWasNotTakenIsTakenWhenDiscordSendsItAgain() {
    script("REJECTED");
    answer("ask", "700", START);
    script("TAKEN");

    assertThat(answer("ask", "700", START)).isEqualTo("{\"type\":5}");
    assertThat(onTheQueue).hasSize(1);
  }

  private void script(String calls) {
    faults = new ArrayDeque<>(Arrays.stream(calls.split(" ")).map(Fault::valueOf).toList());
  }

  private String answer(String what, String id, Instant arrival) {
    String body =
        """
        {"type":%d,"id":"%s","application_id":"77","token":"tok","channel_id":"600",\
        "user":{"id":"800"},"data":{"name":"%s"}}\
        """
            .formatted(what.equals("press") ? 3 : what.equals("form") ? 5 : 2, id, what);
    WebhookRequest request = signed.of(body);
    return endpoint.answer(new WebhookRequest(request.headers(), request.body(), arrival)).body();
  }

  private List<SendOutcome> call(List<OutgoingMessage> batch) {
    OutgoingMessage message = batch.getFirst();
    deduplicationIds.add(message.deduplicationId());
    Fault fault = faults.size() > 1 ? faults.pop() : faults.getFirst();
    return List.of(
        switch (fault) {
          case TAKEN -> taken(message);
          case REFUSED -> throw new QueueUnavailableException("connection refused", null);
          case NO_CONNECTION -> {
            clock.advance(ATTEMPT);
            throw new QueueUnavailableException("connect timed out", null);
          }
          case ANSWER_LOST -> {
            taken(message);
            throw unanswered();
          }
          case TAKEN_AND_SILENT -> {
            taken(message);
            clock.advance(ATTEMPT);
            throw unanswered();
          }
          case LOST_AND_SILENT -> {
            clock.advance(ATTEMPT);
            throw unanswered();
          }
          case THROTTLED -> throw new QueueThrottledException("too many calls", null);
          case REJECTED -> throw new QueueRejectedException("malformed", null);
          case ENTRY_REFUSED -> new SendOutcome.Refused("InternalError", "try later", false);
          case ENTRY_AT_FAULT -> new SendOutcome.Refused("InvalidMessageContents", "no", true);
          case ENTRY_UNMENTIONED -> {
            taken(message);
            yield SendOutcome.Refused.UNANSWERED;
          }
        });
  }

  private SendOutcome taken(OutgoingMessage message) {
    onTheQueue.putIfAbsent(message.deduplicationId(), message);
    return new SendOutcome.Sent("1");
  }

  private static QueueUnavailableException unanswered() {
    return new QueueUnavailableException("no answer", "no answer", true, null);
  }

  /** It overflows within a test, as a monotonic clock may. */
  private long nanos() {
    return Long.MAX_VALUE - 1_000_000_000L + Duration.between(START, clock.instant()).toNanos();
  }
}
