package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bridge in somebody's own process takes its threads and its connections with it. */
class NothingIsLeftTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LocalAws aws = new LocalAws();
  private final Relay sqs = new Relay(port("AWS_ENDPOINT_URL_SQS"));
  private final Relay dynamo = new Relay(port("AWS_ENDPOINT_URL_DYNAMODB"));
  private final Simulator simulator = Simulator.start(SimulatorConfig.standard(Clock.systemUTC()));
  private final Person people = new Person(simulator.url());

  NothingIsLeftTest() throws Exception {}

  @AfterEach
  void stop() throws Exception {
    simulator.close();
    sqs.close();
    dynamo.close();
    aws.close();
  }

  private int port(String endpoint) {
    return URI.create(aws.environment().get(endpoint)).getPort();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("AWS_ENDPOINT_URL_SQS", sqs.url());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamo.url());
    environment.put("COMMANDS_QUEUE_URL", aws.createQueue("commands.fifo").toString());
    environment.put("DISCORD_TOKEN", "a-token-of-a-bot");
    environment.put("DISCORD_API_URL", simulator.apiUrl());
    environment.put("MANAGEMENT_PORT", "0");
    return environment;
  }

  private void assertNothingIsLeft(ThreadsOfOurs threads) {
    Await.value("no thread is left", PATIENCE, threads::since, Set::isEmpty);
    Await.value("no connection to SQS is left", PATIENCE, sqs::held, held -> held == 0);
    Await.value("no connection to DynamoDB is left", PATIENCE, dynamo::held, held -> held == 0);
  }

  @Test
  void ofABridgeThatWasBusy() {
    Map<String, String> environment = environment();
    ThreadsOfOurs threads = new ThreadsOfOurs();
    try (Bridge bridge = Bridge.start(environment, Clock.systemUTC(), System::nanoTime)) {
      Await.until("it is ready", PATIENCE, () -> bridge.health().ready());
      people.says("hello");
      Await.until("the queue has it", PATIENCE, () -> bridge.metrics().sent.value() == 1);
      Await.until("commands are asked for", PATIENCE, () -> sqs.held() > 1 && dynamo.held() > 0);
      assertThat(threads.since().size() > 4)
          .as(() -> "these are seen: " + threads.since())
          .isTrue();
    }

    assertNothingIsLeft(threads);
    assertThat(people.isConnected()).isFalse();
  }

  @Test
  void ofABridgeThatNeverFoundDiscord() {
    Map<String, String> lost = environment();
    lost.put("DISCORD_API_URL", "http://127.0.0.1:1/api");
    ThreadsOfOurs threads = new ThreadsOfOurs();
    try (Bridge bridge = Bridge.start(lost, Clock.systemUTC(), System::nanoTime)) {
      Await.until("it says so", PATIENCE, () -> !bridge.health().problems().isEmpty());
    }

    assertNothingIsLeft(threads);
  }

  @Test
  void ofABridgeThatCouldNotStart() {
    Map<String, String> taken = environment();
    taken.put("MANAGEMENT_PORT", Integer.toString(URI.create(sqs.url()).getPort()));
    ThreadsOfOurs threads = new ThreadsOfOurs();
    assertThatThrownBy(() -> Bridge.start(taken, Clock.systemUTC(), System::nanoTime))
        .isInstanceOf(UncheckedIOException.class);

    assertNothingIsLeft(threads);
  }

  @Test
  void andClosingAgainDoesNothing() {
    Bridge bridge = Bridge.start(environment(), Clock.systemUTC(), System::nanoTime);
    bridge.close();
    bridge.close();

    assertThat(bridge.health().ready()).isFalse();
  }
}
