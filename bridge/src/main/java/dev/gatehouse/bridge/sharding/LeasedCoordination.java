package dev.gatehouse.bridge.sharding;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import dev.gatehouse.bridge.cursor.CursorStore;
import dev.gatehouse.bridge.identify.MeteredIdentifyGate;
import dev.gatehouse.bridge.identify.SharedIdentifyGate;
import dev.gatehouse.bridge.state.LivenessTracker;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.lease.LeaseState;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides a bot's shards among its processes by leases in the state table. Every process looks at
 * the table a few times in a lease's length: it renews what it holds, takes what is free up to its
 * even share, and gives one shard back at a time when it holds more than that.
 */
public final class LeasedCoordination implements Coordination {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedCoordination.class);
  private static final int ROUNDS_PER_LEASE = 3;
  private static final String OVERLAP =
      "SHARDS: the range of another process overlaps this one's, so the shards are not shared"
          + " evenly; give processes the same range, or ranges without a common shard";

  private final Table table;
  private final StateKeys keys;
  private final Duration lease;
  private final Clock clock;
  private final LongSupplier nanos;
  private final ShardLeases leases;
  private final String process;
  private final ProcessMembership membership;
  private final LivenessTracker liveness;
  private final Set<Shard> leaving = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread thread;
  private volatile @Nullable SharedIdentifyGate gate;
  private volatile String problem = "";
  private volatile String advice = "";

  /**
   * @param process an id that no other process of the bot has
   * @param lease how long a process may be silent before its shards go to others
   * @param clock that others compare with theirs
   * @param nanos a monotonic clock
   */
  public LeasedCoordination(
      Table table, Secret token, String process, Duration lease, Clock clock, LongSupplier nanos) {
    this.table = table;
    this.keys = StateKeys.of(token);
    this.process = process;
    this.lease = lease;
    this.clock = clock;
    this.nanos = nanos;
    this.leases = new ShardLeases(table, keys, process, lease, clock);
    this.membership = new ProcessMembership(table, keys, process, lease, clock);
    this.liveness = new LivenessTracker(nanos);
  }

  @Override
  public CursorStore cursors() {
    return leases;
  }

  @Override
  public MeteredIdentifyGate gate(GatewayInfo info, GatewaySource source) {
    SharedIdentifyGate made =
        new SharedIdentifyGate(table, keys, process, info, source, clock, nanos);
    gate = made;
    return made;
  }

  @Override
  public void begin(List<Shard> shards, ShardHost host) {
    ShardCountPlan plan = plan(shards);
    thread = Thread.ofVirtual().name("leases").start(() -> run(shards, host, plan));
  }

  @Override
  public boolean isStandingBy() {
    return problem.isEmpty();
  }

  @Override
  public List<String> problems() {
    return Stream.of(problem, advice).filter(text -> !text.isEmpty()).toList();
  }

  @Override
  public void end() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    try {
      leases.held().forEach(leases::release);
      membership.end();
    } catch (TableUnavailableException e) {
      LOG.atWarn().addKeyValue("reason", e.getMessage()).log("leases not given back, they end");
    }
  }

  private void run(List<Shard> shards, ShardHost host, ShardCountPlan plan) {
    try {
      while (true) {
        round(shards, host, plan);
        Thread.sleep(lease.dividedBy(ROUNDS_PER_LEASE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  ShardCountPlan plan(List<Shard> shards) {
    return new ShardCountPlan(table, keys, shards.getFirst().count());
  }

  /** Looks at the table once and acts on it. */
  void round(List<Shard> shards, ShardHost host, ShardCountPlan plan) {
    try {
      int count = shards.getFirst().count();
      membership.renew(ShardRange.of(shards));
      leases.held().forEach(shard -> leases.renew(shard, host.isLive(shard)));
      abandonLost(host);
      switch (plan.status()) {
        case CURRENT -> {
          problem = "";
          share(shards, host, snapshot(count));
        }
        case NEXT -> {
          problem = "SHARDS: bringing up " + count + " shards beside the present ones";
          ClusterSnapshot snapshot = snapshot(count);
          share(shards, host, snapshot);
          plan.advance(snapshot, this::lives);
        }
        case SUPERSEDED -> superseded(host);
      }
      lookAtTheBudget();
    } catch (TableUnavailableException e) {
      problem = "STATE_TABLE: " + e.getMessage();
      LOG.atWarn().addKeyValue("reason", e.getMessage()).log("the state table does not answer");
    } catch (RuntimeException e) {
      problem = "the leases were not looked at: " + e;
      LOG.atError().setCause(e).log("a defect kept the leases from being looked at");
    }
  }

  private void lookAtTheBudget() {
    SharedIdentifyGate made = gate;
    if (made != null) {
      made.look();
    }
  }

  private ClusterSnapshot snapshot(int count) {
    return ClusterSnapshot.of(table, keys, count, this::lives);
  }

  /** Whether the process that keeps the row, a member's or a shard's, still renews it. */
  private boolean lives(Item row) {
    boolean silent = liveness.isSilent(row, patience());
    return !silent && LeaseState.of(row).until().isAfter(clock.instant());
  }

  /** How long a row may stay the same before its writer counts as dead, whatever clocks say. */
  private Duration patience() {
    return lease.plus(lease.dividedBy(ROUNDS_PER_LEASE));
  }

  private void superseded(ShardHost host) {
    problem = "SHARDS: processes with another number of shards have taken over; stop this one";
    leases.held().forEach(shard -> leave(shard, host));
  }

  /** A shard whose lease is gone, by whichever write that was noticed, is not ours to run. */
  private void abandonLost(ShardHost host) {
    for (Shard shard : host.running()) {
      if (!leases.held().contains(shard) && !leaving.contains(shard)) {
        LOG.atWarn().addKeyValue("shard", shard).log("lease lost to another process");
        host.abandon(shard);
      }
    }
  }

  private void share(List<Shard> shards, ShardHost host, ClusterSnapshot snapshot) {
    FairShare fair = FairShare.of(ShardRange.of(shards), snapshot.members());
    int most = fair.most();
    advice = fair.even() ? "" : OVERLAP;
    List<Shard> held = new ArrayList<>(leases.held());
    if (held.size() > most && leaving.isEmpty()) {
      leave(held.getLast(), host);
    }
    for (Shard shard : shards) {
      if (leases.held().size() < most && isTaken(shard, snapshot)) {
        LOG.atInfo().addKeyValue("shard", shard).log("lease taken");
      }
    }
    runHeld(host);
  }

  /**
   * Looks at all that is held, not at what was just taken: a lease that was lost and taken again
   * may have met the host still ending the former run.
   */
  private void runHeld(ShardHost host) {
    for (Shard shard : leases.held()) {
      if (!leaving.contains(shard)) {
        host.start(shard);
      }
    }
  }

  private boolean isTaken(Shard shard, ClusterSnapshot snapshot) {
    if (leases.held().contains(shard) || leaving.contains(shard)) {
      return false;
    }
    Item row = snapshot.row(keys, shard);
    boolean silent = liveness.isSilent(row, patience());
    if (LeaseState.of(row).until().isBefore(clock.instant())) {
      return leases.acquire(shard);
    }
    return silent && leases.acquireSilent(shard, row);
  }

  /** Ends a shard on a thread of its own, since its events may take a while to reach the queue. */
  private void leave(Shard shard, ShardHost host) {
    if (leaving.add(shard)) {
      Thread.ofVirtual().name("leave-" + shard.index()).start(() -> end(shard, host));
    }
  }

  private void end(Shard shard, ShardHost host) {
    try {
      host.stop(shard);
      leases.release(shard);
      LOG.atInfo().addKeyValue("shard", shard).log("lease given back");
    } catch (TableUnavailableException e) {
      leases.forget(shard);
    } finally {
      leaving.remove(shard);
    }
  }
}
