package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.commands.CommandSlot;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.session.Outgoing;
import dev.gatehouse.bridge.wire.Payloads;
import java.io.IOException;

/** What a shard sends: its session's own payloads, and commands within what they leave. */
final class Outlet {
  private final Link link;
  private final Payloads payloads;
  private final CommandSlot commands;
  private final BridgeMetrics metrics;
  private long beatSentNanos;

  Outlet(Link link, Payloads payloads, CommandSlot commands, BridgeMetrics metrics) {
    this.link = link;
    this.payloads = payloads;
    this.commands = commands;
    this.metrics = metrics;
  }

  void send(Outgoing payload, Moment now) throws IOException {
    switch (payload) {
      case Outgoing.Heartbeat _ -> beatSentNanos = now.nanos();
      case Outgoing.Identify _ -> metrics.identifies.increment();
      case Outgoing.Resume _ -> {}
    }
    commands.budget().note(now.steady());
    link.send(payloads.write(payload));
  }

  /** The last heartbeat is acknowledged. */
  void acknowledged(Moment now) {
    metrics.heartbeat.recordNanos(now.nanos() - beatSentNanos);
  }

  /** Sends a command, if one waits and may go. */
  boolean sendCommand(Moment now) throws IOException {
    CommandSlot.Waiting next = commands.poll(now.steady());
    if (next == null) {
      return false;
    }
    link.send(next.payload());
    next.onSent().run();
    return true;
  }
}
