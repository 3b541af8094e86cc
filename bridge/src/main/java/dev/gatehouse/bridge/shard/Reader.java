package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.session.Input;
import dev.gatehouse.bridge.transport.Incoming;
import java.io.IOException;

/** Hands over to a session what its connection brings. */
final class Reader {
  private static final int HEARTBEAT_ACK = 11;

  private final Link link;
  private final Intake intake;
  private final EventSink sink;
  private final Driver driver;
  private final BridgeMetrics metrics;
  private final ShardLog log;

  Reader(
      Link link,
      Intake intake,
      EventSink sink,
      Driver driver,
      BridgeMetrics metrics,
      ShardLog log) {
    this.link = link;
    this.intake = intake;
    this.sink = sink;
    this.driver = driver;
    this.metrics = metrics;
    this.log = log;
  }

  /** Takes in all that has arrived. */
  void readAll() throws IOException {
    try {
      for (Incoming next = link.poll(); next != null; next = link.poll()) {
        switch (next) {
          case Incoming.Data data -> data(data);
          case Incoming.Closed closed -> closed(closed.code());
        }
      }
    } finally {
      intake.release();
      sink.caughtUp();
    }
  }

  private void data(Incoming.Data data) {
    if (!sink.hasRoom()) {
      metrics.pauses.increment();
      driver.feed(new Input.SpoolFilled());
      return;
    }
    Input input = intake.read(data);
    if (input instanceof Input.Hello) {
      link.spoke();
      driver.feed(new Input.DurableMoved(sink.durable()));
    } else if (intake.opcode() == HEARTBEAT_ACK) {
      driver.acknowledged();
    }
    driver.feed(input);
  }

  private void closed(int code) {
    log.closedByGateway(code);
    driver.disconnected(link.meaning(code));
  }
}
