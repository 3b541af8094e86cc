package dev.gatehouse.bridge;

import dev.gatehouse.bridge.api.ApiException;
import dev.gatehouse.bridge.api.GatewayApi;
import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.cursor.CursorKeeper;
import dev.gatehouse.bridge.cursor.CursorStore;
import dev.gatehouse.bridge.cursor.NoCursorStore;
import dev.gatehouse.bridge.cursor.SavedSession;
import dev.gatehouse.bridge.cursor.ShardCursor;
import dev.gatehouse.bridge.forward.QueueForwarder;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.operation.Health;
import dev.gatehouse.bridge.operation.ManagementServer;
import dev.gatehouse.bridge.outbox.Outbox;
import dev.gatehouse.bridge.outbox.Retry;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Resumable;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.SessionRules;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.shard.Dialer;
import dev.gatehouse.bridge.shard.IdentifyGate;
import dev.gatehouse.bridge.shard.ShardRunner;
import dev.gatehouse.bridge.shard.Timekeeper;
import dev.gatehouse.bridge.sharding.LocalIdentifyGate;
import dev.gatehouse.bridge.transport.Limits;
import dev.gatehouse.bridge.wire.Identity;
import dev.gatehouse.contracts.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bridge in this process: the shards, their outbox, and the management server. Starting does not
 * wait for Discord; {@link #health()} tells how far it is.
 */
public final class Bridge implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SHARD_STOP = Duration.ofSeconds(3);

  private final BridgeSettings settings;
  private final BridgeMetrics metrics = new BridgeMetrics();
  private final RandomGenerator random = new SecureRandom();
  private final Timekeeper time;
  private final OutboxMetrics outboxMetrics = new OutboxMetrics(metrics);
  private final Outbox outbox;
  private final CursorStore cursors;
  private final CursorKeeper keeper;
  private final GatewayLookup lookup;
  private final ManagementServer management;
  private final List<RunningShard> shards = new CopyOnWriteArrayList<>();
  private final Thread starter;
  private volatile @Nullable Dialer dialer;

  private Bridge(BridgeSettings settings, CloudPorts cloud, Clock clock) throws IOException {
    this.settings = settings;
    this.time = new Timekeeper(clock, System::nanoTime);
    this.cursors = new NoCursorStore();
    this.lookup = new GatewayLookup(new GatewayApi(settings.api(), settings.token()));
    this.management =
        ManagementServer.start(
            settings.managementHost(), settings.managementPort(), this::health, metrics::print);
    this.outbox =
        Outbox.start(
            settings.lines(),
            settings.spool(),
            cloud.events(),
            cloud.claims(),
            outboxMetrics,
            Retry.DEFAULT,
            random,
            time::nanos);
    this.keeper = CursorKeeper.start(cursors, settings.cursorInterval(), this::lost);
    metrics.gauge("spool_events", "Events waiting for the queue", outbox::events);
    metrics.gauge("spool_bytes", "Bytes waiting for the queue", outbox::bytes);
    metrics.gauge("cursor_lag", "Events not known to be on the queue", this::lag);
    this.starter = Thread.ofVirtual().name("bridge-start").unstarted(this::startShards);
  }

  /**
   * Starts a bridge.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming a wrong variable
   * @throws UncheckedIOException when the management port is taken
   */
  public static Bridge start(Map<String, String> environment) {
    return start(environment, BridgeMain.systemClock());
  }

  static Bridge start(Map<String, String> environment, Clock clock) {
    BridgeSettings settings = BridgeSettings.of(environment);
    return start(settings, CloudPorts.of(settings, environment, clock), clock);
  }

  static Bridge start(BridgeSettings settings, CloudPorts cloud, Clock clock) {
    try {
      Bridge bridge = new Bridge(settings, cloud, clock);
      bridge.starter.start();
      return bridge;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** How the bridge does. */
  public Health health() {
    return new Health(
        shards.stream().map(RunningShard::health).toList(),
        outbox.events(),
        outbox.bytes(),
        problems());
  }

  /** The port of {@code /health} and {@code /prometheus}. */
  public int managementPort() {
    return management.port();
  }

  /** What the bridge counts. */
  public BridgeMetrics metrics() {
    return metrics;
  }

  /**
   * Stops within the deadline: the sessions end resumably, what is spooled goes to the queue, the
   * cursors are written.
   */
  @Override
  public void close() {
    starter.interrupt();
    shards.forEach(RunningShard::stop);
    try {
      for (RunningShard shard : shards) {
        shard.await(SHARD_STOP);
      }
      if (!outbox.drain(settings.stopDeadline())) {
        LOG.atWarn().addKeyValue("events", outbox.events()).log("stopped with events unsent");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    outbox.close();
    keeper.close();
    management.close();
  }

  private void startShards() {
    try {
      GatewayInfo info = lookup.find();
      IdentifyGate gate = new LocalIdentifyGate(info, time::nanos);
      Limits limits = new Limits(CONNECT_TIMEOUT, settings.messageBytes());
      Dialer dial = new Dialer(info.url(), settings.compression(), limits, random);
      dialer = dial;
      settings.shards().shards(info.shards()).forEach(shard -> start(shard, dial, gate));
    } catch (ApiException e) {
      LOG.error("stopped: DISCORD_TOKEN: Discord refused it; set the one of the developer portal");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(Shard shard, Dialer dial, IdentifyGate gate) {
    Optional<SavedSession> saved = cursors.load(shard);
    ShardCursor cursor = new ShardCursor(time.wall(), saved);
    Session session = new Session(SessionRules.DEFAULT, random, saved.map(Bridge::resumable));
    ShardRunner runner =
        new ShardRunner(
            new Identity(settings.token(), settings.intents(), shard),
            session,
            saved.map(SavedSession::userId).orElse(Scan.NONE),
            dial,
            gate,
            new QueueForwarder(shard, settings.filter(), cursor, outbox, metrics),
            metrics,
            time);
    keeper.keep(shard, cursor);
    shards.add(RunningShard.start(shard, runner, cursor));
  }

  private static Resumable resumable(SavedSession saved) {
    return new Resumable(saved.sessionId(), saved.resumeUrl(), saved.durable());
  }

  private void lost(Shard shard) {
    shards.stream().filter(s -> s.shard().equals(shard)).forEach(RunningShard::stop);
  }

  private long lag() {
    return shards.stream().mapToLong(shard -> shard.cursor().lag()).sum();
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!lookup.problem().isEmpty()) {
      problems.add(lookup.problem());
    }
    if (outboxMetrics.isFailing()) {
      problems.add("EVENTS_QUEUE_URL: the queue does not take events");
    }
    if (settings.stateTable().isEmpty()) {
      problems.add("STATE_TABLE is not set: a restart begins a new session and may miss events");
    }
    Dialer dial = dialer;
    if (dial != null && dial.isDegraded()) {
      problems.add("compression refused, using " + dial.compression());
    }
    return problems;
  }
}
