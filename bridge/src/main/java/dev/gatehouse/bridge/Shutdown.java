package dev.gatehouse.bridge;

import dev.gatehouse.bridge.commands.CommandConsumer;
import dev.gatehouse.bridge.cursor.CursorWriter;
import dev.gatehouse.bridge.operation.ManagementServer;
import dev.gatehouse.bridge.outbox.EventSenders;
import dev.gatehouse.bridge.outbox.Spool;
import dev.gatehouse.bridge.sharding.Coordination;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the parts of a bridge in the order in which they need one another: who gives work first, the
 * connections to the cloud last. Whoever still waits for an answer then gets an error, and ends.
 *
 * @param shards the shards, if they were started
 */
record Shutdown(
    Optional<CommandConsumer> commands,
    Coordination coordination,
    Optional<ShardManager> shards,
    Spool spool,
    EventSenders senders,
    CursorWriter cursors,
    ManagementServer management,
    CloudPorts cloud) {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  void run(StopDeadlines deadlines, BoundedSteps steps) {
    commands.ifPresent(CommandConsumer::close);
    steps.run("stop-leases", deadlines.coordinationStopped(), coordination::end);
    shards.ifPresent(running -> running.stopAll(deadlines, steps));
    closeOutbox();
    steps.run("stop-cursors", deadlines.written(), cursors::close);
    steps.run("give-back", deadlines.end(), coordination::close);
    management.close();
    cloud.close();
  }

  private void closeOutbox() {
    if (spool.events() > 0) {
      LOG.atWarn().addKeyValue("events", spool.events()).log("stopped with events unsent");
    }
    senders.close();
  }
}
