package dev.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge with its queue, its state table and its keys needs nothing of the AWS SDK. */
final class WithoutSdkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> LEAN =
      List.of("dev.gatehouse.cloud.dynamodb.LeanTable ", "dev.gatehouse.cloud.sqs.LeanSqs ");

  private final LocalAws aws = new LocalAws();
  private final Simulator simulator = Simulator.start(SimulatorConfig.standard(Clock.systemUTC()));
  private final Person people = new Person(simulator.url());

  WithoutSdkTest() throws Exception {}

  @AfterEach
  void stop() throws Exception {
    simulator.close();
    aws.close();
  }

  @Test
  void loadsNoClassOfIt(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("classes.log");
    try (ChildBridge bridge = ChildBridge.start(environment(), "-Xlog:class+load:file=" + log)) {
      Await.until("the bridge is connected", PATIENCE, people::isConnected);
      Await.until("the lean clients are loaded", PATIENCE, () -> loadedLeanClients(log));
    }

    assertEquals(List.of(), loaded(log, "software.amazon."));
    assertEquals(List.of(), loaded(log, "dev.gatehouse.cloud.sdk."));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("CLAIMS_TABLE", environment.get("STATE_TABLE"));
    environment.put("DISCORD_TOKEN", "a-token-of-a-bot");
    environment.put("DISCORD_API_URL", simulator.apiUrl());
    environment.put("MANAGEMENT_PORT", "0");
    return environment;
  }

  private static boolean loadedLeanClients(Path log) {
    return LEAN.stream().noneMatch(name -> loaded(log, name).isEmpty());
  }

  private static List<String> loaded(Path log, String name) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(name)).toList();
    } catch (IOException e) {
      throw new AssertionError("there is no list of classes", e);
    }
  }
}
