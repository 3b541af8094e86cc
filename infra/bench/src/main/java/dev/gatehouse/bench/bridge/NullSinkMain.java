package dev.gatehouse.bench.bridge;

import dev.gatehouse.bridge.commands.ShardCommandQueue;
import dev.gatehouse.bridge.forward.EventFilter;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.outbox.GroupKey;
import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.SessionAction;
import dev.gatehouse.bridge.session.SessionTimeouts;
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
 * The bridge's own shards with a sink that routes and counts. Arguments: gateway address, token,
 * compression, step, and {@code ages} to print how old each message is, or how many shards to run.
 * Prints {@code live N} when so many of them have a session.
 */
public final class NullSinkMain {
  private static final int INTENTS = 33281;
  private static final int LARGEST_MESSAGE = 1 << 24;

  private NullSinkMain() {}

  public static void main(String[] arguments) {
    String last = arguments.length > 4 ? arguments[4] : "1";
    boolean tellsAges = last.equals("ages");
    int shards = tellsAges ? 1 : Integer.parseInt(last);
    Progress progress = new Progress(Integer.parseInt(arguments[3]));
    Limits limits = new Limits(Duration.ofSeconds(5), LARGEST_MESSAGE);
    GatewayConnector connector =
        new GatewayConnector(
            arguments[0], Compression.parse(arguments[2]), limits, System::nanoTime);
    Clocks clocks = new Clocks(Clock.systemUTC(), System::nanoTime);
    for (int i = 0; i < shards; i++) {
      Thread.ofPlatform()
          .start(
              new ShardRunner(
                  new ShardIdentity(Secret.of(arguments[1]), INTENTS, new Shard(i, shards)),
                  new Session(SessionTimeouts.DEFAULT, new SecureRandom(), Optional.empty()),
                  new MentionTargets(),
                  connector,
                  shard -> new IdentifyGate.Verdict.Granted(),
                  new CountingSink(progress, tellsAges),
                  new ShardCommandQueue(),
                  new BridgeMetrics(),
                  clocks));
    }
  }

  /** What all sinks have counted; each tells it what it has read at once. */
  private static final class Progress {
    private final int step;
    private int live;
    private long count;
    private long sum;

    Progress(int step) {
      this.step = step;
    }

    synchronized void live() {
      System.out.println("live " + ++live);
    }

    synchronized void add(long events, long hashes) {
      long before = count / step;
      count += events;
      sum += hashes;
      if (count / step > before) {
        System.out.println("count " + count + " " + sum);
      }
    }
  }

  private static final class CountingSink implements EventSink {
    private final EventFilter filter = EventFilter.standard();
    private final Progress progress;
    private final boolean tellsAges;
    private long count;
    private long sum;

    CountingSink(Progress progress, boolean tellsAges) {
      this.progress = progress;
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
    public void started(SessionAction.SessionStarted session, Clocks.Timestamps at) {
      progress.live();
    }

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
      count++;
    }

    @Override
    public void passOver(long sequence) {}

    @Override
    public void caughtUp() {
      if (count > 0) {
        progress.add(count, sum);
        count = 0;
        sum = 0;
      }
    }

    @Override
    public void duplicate() {}

    @Override
    public void lost(String sessionId, Clocks.Timestamps at) {}
  }
}
