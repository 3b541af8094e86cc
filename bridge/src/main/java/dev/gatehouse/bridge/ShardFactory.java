package dev.gatehouse.bridge;

import dev.gatehouse.bridge.commands.ShardCommandQueue;
import dev.gatehouse.bridge.cursor.CursorStore;
import dev.gatehouse.bridge.cursor.ShardCursor;
import dev.gatehouse.bridge.forward.QueueForwarder;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.outbox.Spool;
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
import dev.gatehouse.contracts.Shard;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts a shard's parts together. */
record ShardFactory(
    BridgeSettings settings,
    SessionTimeouts timeouts,
    CursorStore cursors,
    GatewayConnector connector,
    IdentifyGate gate,
    Spool spool,
    BridgeMetrics metrics,
    Clocks clocks,
    RandomGenerator random) {

  Optional<SavedSession> saved(Shard shard) {
    return cursors.load(shard);
  }

  ShardCursor cursor(Optional<SavedSession> saved) {
    return new ShardCursor(clocks.wall(), saved);
  }

  ShardRunner runner(
      Shard shard, Optional<SavedSession> saved, ShardCursor cursor, ShardCommandQueue commands) {
    return new ShardRunner(
        new ShardIdentity(settings.token(), settings.intents(), shard),
        new Session(timeouts, random, saved),
        saved.map(SavedSession::userId).orElse(Scan.NONE),
        connector,
        gate,
        new QueueForwarder(shard, settings.filter(), cursor, spool, metrics),
        commands,
        metrics,
        clocks);
  }
}
