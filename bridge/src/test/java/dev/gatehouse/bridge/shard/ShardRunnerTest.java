package dev.gatehouse.bridge.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.commands.ShardCommandQueue;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.SessionAction;
import dev.gatehouse.bridge.session.SessionTimeouts;
import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.bridge.transport.Limits;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.testkit.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShardRunnerTest {
  private static final int INTENTS = 513;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration HEARTBEAT = Duration.ofMillis(300);

  private final Simulator simulator = simulator();
  private final BridgeMetrics metrics = new BridgeMetrics();
  private final AtomicInteger requests = new AtomicInteger();

  ShardRunnerTest() throws Exception {}

  private static Simulator simulator() {
    SimulatorConfig config = SimulatorConfig.standard(Clock.systemUTC());
    return Simulator.start(config.withGateway(config.gateway().withHeartbeatInterval(HEARTBEAT)));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aDefectOfTheIdentifyGateDoesNotEndTheShard() throws Exception {
    ShardRunner runner = runner(this::brokenAtFirst);
    Thread thread = Thread.ofVirtual().start(runner);
    Await.until("the shard is live", PATIENCE, () -> runner.status().live());

    runner.stop();
    thread.join();
    assertThat(runner.status().live()).isFalse();
  }

  @Test
  void aThreadThatEndsByItselfIsNotCalledLive() throws Exception {
    ShardRunner runner = runner(shard -> new IdentifyGate.Verdict.Granted());
    Thread thread = Thread.ofVirtual().start(runner);
    Await.until("the shard is live", PATIENCE, () -> runner.status().live());

    thread.interrupt();
    thread.join();
    assertThat(runner.status().live()).isFalse();
  }

  @Test
  void heartbeatsGoOnWhileTheIdentifyGateTakesItsTime() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    ShardRunner runner = runner(shard -> grantOnce(open));
    Thread thread = Thread.ofVirtual().start(runner);
    Await.until("heartbeats are answered", PATIENCE, () -> metrics.heartbeat.count() >= 3);
    assertThat(runner.status().state()).isEqualTo("AwaitingIdentify");
    assertThat(metrics.identifies.value()).isEqualTo(0);

    open.countDown();
    Await.until("the shard is live", PATIENCE, () -> runner.status().live());
    assertThat(metrics.identifies.value()).isEqualTo(1);
    runner.stop();
    thread.join();
  }

  private static IdentifyGate.Verdict grantOnce(CountDownLatch open) {
    try {
      open.await();
      return new IdentifyGate.Verdict.Granted();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private IdentifyGate.Verdict brokenAtFirst(Shard shard) {
    if (requests.incrementAndGet() == 1) {
      throw new IllegalStateException("a defect, as the test wants it");
    }
    return new IdentifyGate.Verdict.Granted();
  }

  private ShardRunner runner(IdentifyGate gate) {
    RandomGenerator random = RandomGenerator.getDefault();
    return new ShardRunner(
        new ShardIdentity(Secret.of("a-token-of-a-bot"), INTENTS, Shard.ONLY),
        new Session(SessionTimeouts.DEFAULT, random, Optional.empty()),
        new MentionTargets(),
        new GatewayConnector(
            simulator.url().toString().replaceFirst("^http", "ws") + "/gateway",
            Compression.PLAIN,
            new Limits(Duration.ofSeconds(60), 1 << 20),
            System::nanoTime),
        gate,
        new NoSink(),
        new ShardCommandQueue(),
        metrics,
        new Clocks(Clock.systemUTC(), System::nanoTime));
  }

  private static final class NoSink implements EventSink {
    @Override
    public boolean hasRoom() {
      return true;
    }

    @Override
    public boolean isDrained() {
      return true;
    }

    @Override
    public long durable() {
      return 0;
    }

    @Override
    public void started(SessionAction.SessionStarted session, Clocks.Timestamps at) {}

    @Override
    public void forward(Scan scan, byte[] frame, Clocks.Timestamps at) {}

    @Override
    public void passOver(long sequence) {}

    @Override
    public void caughtUp() {}

    @Override
    public void duplicate() {}

    @Override
    public void lost(String sessionId, Clocks.Timestamps at) {}
  }
}
