package dev.gatehouse.bench.bridge;

import dev.gatehouse.bridge.commands.ShardCommandQueue;
import dev.gatehouse.bridge.forward.EventFilter;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.outbox.GroupKey;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.SessionAction;
import dev.gatehouse.bridge.session.SessionRules;
import dev.gatehouse.bridge.shard.Clocks;
import dev.gatehouse.bridge.shard.EventSink;
import dev.gatehouse.bridge.shard.GatewayConnector;
import dev.gatehouse.bridge.shard.IdentifyGate;
import dev.gatehouse.bridge.shard.ShardIdentity;
import dev.gatehouse.bridge.shard.ShardRunner;
import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.bridge.transport.Limits;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The bridge's own shard with a sink that routes and counts. Arguments: gateway address, token,
 * compression, step, and {@code ages} to print how old each message is.
 */
public final class NullSinkMain {
  private static final int INTENTS = 33281;
  private static final int LARGEST_MESSAGE = 1 << 24;

  private NullSinkMain() {}

  public static void main(String[] arguments) {
    SecureRandom random = new SecureRandom();
    Limits limits = new Limits(Duration.ofSeconds(5), LARGEST_MESSAGE);
    new ShardRunner(
            new ShardIdentity(Secret.of(arguments[1]), INTENTS, Shard.ONLY),
            new Session(SessionRules.DEFAULT, random, Optional.empty()),
            0,
            new GatewayConnector(
                arguments[0], Compression.parse(arguments[2]), limits, System::nanoTime),
            shard -> new IdentifyGate.Verdict.Granted(),
            new CountingSink(Integer.parseInt(arguments[3]), arguments.length > 4),
            new ShardCommandQueue(),
            new BridgeMetrics(),
            new Clocks(Clock.systemUTC(), System::nanoTime))
        .run();
  }

  private static final class CountingSink implements EventSink {
    private final EventFilter filter = EventFilter.standard();
    private final int step;
    private final boolean tellsAges;
    private long count;
    private long sum;

    CountingSink(int step, boolean tellsAges) {
      this.step = step;
      this.tellsAges = tellsAges;
    }

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
    public void forward(Scan scan, byte[] frame, Clocks.Timestamps at) {
      if (!filter.accepts(scan, 1)) {
        return;
      }
      if (tellsAges) {
        int length = scan.dataEnd() - scan.dataStart();
        String message = new String(frame, scan.dataStart(), length, StandardCharsets.UTF_8);
        System.out.println("age " + MessageAge.of(message));
      }
      sum += GroupKey.of(scan.channelId(), scan.guildId(), Shard.ONLY).hashCode();
      if (++count % step == 0) {
        System.out.println("count " + count + " " + sum);
      }
    }

    @Override
    public void caughtUp() {}

    @Override
    public void duplicate() {}

    @Override
    public void lost(String sessionId, Clocks.Timestamps at) {}
  }
}
