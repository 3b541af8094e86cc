package dev.gatehouse.bridge;

import dev.gatehouse.bridge.api.ApiException;
import dev.gatehouse.bridge.api.GatewayApi;
import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.commands.CommandConsumer;
import dev.gatehouse.bridge.commands.CommandRelayTable;
import dev.gatehouse.bridge.commands.ShardCommandQueue;
import dev.gatehouse.bridge.cursor.CursorWriter;
import dev.gatehouse.bridge.cursor.ShardCursor;
import dev.gatehouse.bridge.forward.QueueForwarder;
import dev.gatehouse.bridge.identify.MeteredIdentifyGate;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.operation.Health;
import dev.gatehouse.bridge.operation.ManagementServer;
import dev.gatehouse.bridge.outbox.DeadLetterStore;
import dev.gatehouse.bridge.outbox.EventSenders;
import dev.gatehouse.bridge.outbox.Spool;
import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.SessionTimeouts;
import dev.gatehouse.bridge.settings.BridgeSettings;
import dev.gatehouse.bridge.shard.Clocks;
import dev.gatehouse.bridge.shard.GatewayConnector;
import dev.gatehouse.bridge.shard.IdentifyGate;
import dev.gatehouse.bridge.shard.ShardIdentity;
import dev.gatehouse.bridge.shard.ShardRunner;
import dev.gatehouse.bridge.sharding.Coordination;
import dev.gatehouse.bridge.sharding.LeasedCoordination;
import dev.gatehouse.bridge.sharding.SingleProcess;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.bridge.transport.Limits;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.contracts.retry.Backoff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bridge in this process: the shards, their spool and its senders, and the management server.
 * Starting does not wait for Discord; {@link #health()} tells how far it is.
 */
public final class Bridge implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration FIRST_RETRY = Duration.ofMillis(50);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

  private final BridgeSettings settings;
  private final CloudPorts cloud;
  private final SessionTimeouts timeouts;
  private final BridgeMetrics metrics = new BridgeMetrics();
  private final RandomGenerator random = new SecureRandom();
  private final Clocks clocks;
  private final OutboxMetrics outboxMetrics;
  private final Spool spool;
  private final EventSenders senders;
  private final Coordination coordination;
  private final CursorWriter cursors;
  private final GatewayApi api;
  private final GatewayLookup lookup;
  private final Problems problems;
  private final ManagementServer management;
  private final Optional<CommandConsumer> commands;
  private final Thread starter;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile @Nullable ShardManager manager;

  private Bridge(BridgeSettings settings, SessionTimeouts timeouts, CloudPorts cloud, Clocks clocks)
      throws IOException {
    this.settings = settings;
    this.cloud = cloud;
    this.timeouts = timeouts;
    this.clocks = clocks;
    this.outboxMetrics = new OutboxMetrics(metrics, clocks::nanos);
    this.coordination = coordination(cloud);
    this.api = new GatewayApi(settings.api(), settings.token());
    this.lookup = new GatewayLookup(api, random);
    this.problems = new Problems(settings, coordination, lookup, outboxMetrics, clocks.wall());
    this.management =
        ManagementServer.start(
            settings.managementHost(), settings.managementPort(), this::health, metrics::print);
    this.spool = new Spool(settings.spool(), clocks::nanos);
    this.senders = senders(settings, cloud);
    this.cursors =
        CursorWriter.start(coordination.cursors(), settings.cursorInterval(), this::lost);
    metrics.gauge("spool_events", "Events waiting for the queue", spool::events);
    metrics.gauge("spool_bytes", "Bytes waiting for the queue", spool::bytes);
    metrics.gauge("cursor_lag", "Events not known to be on the queue", this::lag);
    this.commands =
        cloud.commands().map(queue -> commands(queue, cloud.state().map(this::relayTable)));
    this.starter = Thread.ofVirtual().name("bridge-start").unstarted(this::startShards);
  }

  /**
   * Starts a bridge.
   *
   * @param clock the wall clock, such as {@code Clock.systemUTC()}
   * @param nanos a monotonic clock, such as {@code System::nanoTime}
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming a wrong variable
   * @throws UncheckedIOException when the management port is taken
   */
  public static Bridge start(Map<String, String> environment, Clock clock, LongSupplier nanos) {
    BridgeSettings settings = BridgeSettings.of(environment);
    CloudPorts cloud = CloudPorts.of(settings, environment, clock, nanos);
    return start(settings, SessionTimeouts.DEFAULT, cloud, new Clocks(clock, nanos));
  }

  static Bridge start(
      BridgeSettings settings, SessionTimeouts timeouts, CloudPorts cloud, Clocks clocks) {
    try {
      Bridge bridge = new Bridge(settings, timeouts, cloud, clocks);
      bridge.starter.start();
      return bridge;
    } catch (IOException e) {
      cloud.close();
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** How the bridge does. */
  public Health health() {
    ShardManager present = manager;
    List<Health.ShardHealth> shards = present == null ? List.of() : present.health();
    return new Health(
        shards,
        present != null && shards.isEmpty() && coordination.isStandingBy(),
        spool.events(),
        spool.bytes(),
        Stream.concat(
                problems.list().stream(), shards.stream().flatMap(Health.ShardHealth::problem))
            .toList());
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
   * cursors are written, and all connections are closed.
   */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      StopDeadlines deadlines = new StopDeadlines(clocks.nanos(), settings.stopDeadline());
      BoundedSteps steps = new BoundedSteps(clocks::nanos);
      starter.interrupt();
      steps.run("stop-start", deadlines.coordinationStopped(), this::awaitStarter);
      stop(deadlines, steps);
    }
  }

  /**
   * Ends the parts in the order in which they need one another: who gives work first, the
   * connections to the cloud last. Whoever still waits for an answer then gets an error, and ends.
   */
  private void stop(StopDeadlines deadlines, BoundedSteps steps) {
    commands.ifPresent(CommandConsumer::close);
    steps.run("stop-leases", deadlines.coordinationStopped(), coordination::end);
    Optional.ofNullable(manager).ifPresent(shards -> shards.stopAll(deadlines, steps));
    if (spool.events() > 0) {
      LOG.atWarn().addKeyValue("events", spool.events()).log("stopped with events unsent");
    }
    senders.close();
    steps.run("stop-cursors", deadlines.written(), cursors::close);
    steps.run("give-back", deadlines.end(), coordination::close);
    management.close();
    cloud.close();
  }

  private void awaitStarter() {
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Coordination coordination(CloudPorts cloud) {
    return cloud
        .state()
        .<Coordination>map(this::leased)
        .orElseGet(() -> new SingleProcess(clocks::nanos));
  }

  private LeasedCoordination leased(Table table) {
    String process = Long.toHexString(random.nextLong());
    return new LeasedCoordination(
        table, settings.token(), process, settings.lease(), clocks.wall(), clocks::nanos);
  }

  private EventSenders senders(BridgeSettings from, CloudPorts cloud) {
    return EventSenders.start(
        from.senders(),
        spool,
        cloud.events(),
        cloud.claims(),
        cloud
            .state()
            .map(table -> new DeadLetterStore(table, StateKeys.of(from.token()), clocks.wall())),
        outboxMetrics,
        new Backoff(FIRST_RETRY, LONGEST_RETRY, random),
        clocks::nanos);
  }

  private CommandConsumer commands(QueueReceiver queue, Optional<CommandRelayTable> relay) {
    return CommandConsumer.start(queue, relay, this::commandQueues, metrics, clocks::nanos);
  }

  private CommandRelayTable relayTable(Table table) {
    return new CommandRelayTable(table, StateKeys.of(settings.token()), clocks.wall());
  }

  private void startShards() {
    try {
      problems.tell(cloud.credentials());
      GatewayInfo info = lookup.find();
      if (closing.get()) {
        return;
      }
      Limits limits = new Limits(CONNECT_TIMEOUT, WRITE_TIMEOUT, settings.messageBytes());
      GatewayConnector connector =
          new GatewayConnector(info.url(), settings.compression(), limits, clocks::nanos);
      MeteredIdentifyGate gate = coordination.gate(info, api);
      ShardManager shards =
          new ShardManager(
              shard -> run(shard, connector, gate),
              cursors,
              settings.stopDeadline(),
              clocks::nanos);
      metrics.gauge("identifies_left", "Identifies left today", () -> gate.remaining().left());
      problems.watch(connector, gate);
      manager = shards;
      coordination.begin(settings.shards().shards(info.shards()), shards);
    } catch (ApiException e) {
      LOG.error("stopped: DISCORD_TOKEN: Discord refused it; set the one of the developer portal");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts a shard, from what its last owner left. */
  private RunningShard run(Shard shard, GatewayConnector connector, IdentifyGate gate) {
    Optional<SavedSession> saved = coordination.cursors().load(shard);
    ShardCursor cursor = new ShardCursor(clocks.wall(), saved);
    MentionTargets us =
        new MentionTargets(
            saved.map(SavedSession::userId).orElse(Scan.NONE), coordination.cursors().roles(shard));
    cursors.keep(shard, cursor, us);
    ShardCommandQueue queue = new ShardCommandQueue();
    ShardRunner runner =
        new ShardRunner(
            new ShardIdentity(settings.token(), settings.intents(), shard),
            new Session(timeouts, random, saved),
            us,
            connector,
            gate,
            new QueueForwarder(shard, settings.filter(), cursor, spool, metrics),
            queue,
            metrics,
            clocks);
    return RunningShard.start(shard, runner, cursor, queue);
  }

  private void lost(Shard shard) {
    if (manager != null) {
      manager.abandon(shard);
    }
  }

  private Map<Shard, ShardCommandQueue> commandQueues() {
    ShardManager shards = manager;
    return shards == null ? Map.of() : shards.commands();
  }

  private long lag() {
    ShardManager shards = manager;
    return shards == null ? 0 : shards.lag();
  }
}
