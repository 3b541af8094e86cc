package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.sdk.SdkQueue;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.emulator.LocalSqs;
import dev.gatehouse.local.promise.FaultyQueue.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interactions function as it is, before a queue that is in trouble. */
final class CommandsAreTakenTest {
  private static final int COMMANDS = 15;
  private static final int DEFERRED = 5;
  private static final int MESSAGE = 4;
  private static final Fault[] FAULTS = {
    Fault.DROPPED,
    Fault.REFUSED,
    Fault.HANGS,
    Fault.ANSWER_LOST,
    Fault.THROTTLED,
    Fault.ANSWERED_LATE
  };

  private static final AtomicInteger QUEUES = new AtomicInteger();
  private static LocalSqs sqs;
  private static AwsClients clients;
  private URI queue;

  @BeforeAll
  static void start() {
    sqs = LocalSqs.start(0);
    clients =
        AwsClients.of(
            Settings.of(
                Map.of(
                    "AWS_ENDPOINT_URL", sqs.address().toString(),
                    "AWS_REGION", "eu-central-1",
                    "AWS_ACCESS_KEY_ID", "local",
                    "AWS_SECRET_ACCESS_KEY", "local")));
  }

  @AfterAll
  static void stop() throws Exception {
    clients.close();
    sqs.close();
  }

  @BeforeEach
  void createQueue() {
    String name = "events-" + QUEUES.incrementAndGet() + ".fifo";
    queue =
        URI.create(
            clients
                .sqs()
                .createQueue(
                    r -> r.queueName(name).attributesWithStrings(Map.of("FifoQueue", "true")))
                .queueUrl());
  }

  @Test
  void allCommandsAreTakenOnceWhileAFifthOfTheCallsFails() throws Exception {
    IntFunction<Fault> script =
        call -> call % 5 == 2 ? FAULTS[call / 5 % FAULTS.length] : Fault.NONE;
    try (FaultyQueue faulty = FaultyQueue.before(queue, script)) {
      SignedCaller caller = SignedCaller.of(faulty.url());
      for (int i = 0; i < COMMANDS; i++) {
        assertThat(caller.command("c" + i).path("type").asInt())
            .as("command " + i)
            .isEqualTo(DEFERRED);
      }
      assertThat(faulty.calls()).isGreaterThan(COMMANDS);
    }
    assertThat(onTheQueue())
        .isEqualTo(IntStream.range(0, COMMANDS).mapToObj(i -> "c" + i).toList());
  }

  /** Each call fails so: what is said of it, and whether it is on the queue. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROPPED|does not know whether|nothing was started|false",
        "REFUSED|does not know whether|nothing was started|false",
        "THROTTLED|nothing was started|does not know|false",
        "HANGS|does not know whether|nothing was started|false",
        "ANSWER_LOST|does not know whether|nothing was started|true",
        "ANSWERED_LATE|does not know whether|nothing was started|true"
      })
  void whatIsSaidIsTrueWhenAllCallsFail(Fault fault, String says, String never, boolean taken)
      throws Exception {
    try (FaultyQueue faulty = FaultyQueue.before(queue, call -> fault)) {
      JsonNode answer = SignedCaller.of(faulty.url()).command("c0");

      assertThat(answer.path("type").asInt()).isEqualTo(MESSAGE);
      assertThat(answer.path("data").path("content").asText()).contains(says).doesNotContain(never);
      assertThat(faulty.calls()).as("tries").isGreaterThan(1);
    }
    assertThat(onTheQueue()).isEqualTo(taken ? List.of("c0") : List.of());
  }

  private List<String> onTheQueue() {
    SdkQueue all = clients.queue(queue);
    List<String> ids = new ArrayList<>();
    List<ReceivedMessage> some = all.receive(10, Duration.ZERO);
    while (!some.isEmpty()) {
      for (ReceivedMessage message : some) {
        ids.add(((InteractionReceived) MessageCodec.decode(message.body())).interactionId());
        all.delete(message);
      }
      some = all.receive(10, Duration.ZERO);
    }
    return ids;
  }
}
