package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.commands.CommandSlot;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Input;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.State;
import dev.gatehouse.bridge.transport.Incoming;
import dev.gatehouse.bridge.wire.Identity;
import dev.gatehouse.bridge.wire.Payloads;
import java.io.IOException;
import java.time.Duration;

/**
 * Runs one shard: feeds its session with what its connection brings and carries out what the
 * session decides. One thread does all of it, since it waits for a frame or a timer in one call.
 */
public final class ShardRunner implements Runnable {
  /** How long a request to stop, and a command, may go unnoticed. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

  /** How long a turn to identify may: what passes before it is used eats into its margin. */
  private static final Duration LONGEST_WAIT_FOR_TURN = Duration.ofMillis(10);

  private static final Input TICK = new Input.Tick();

  private final Session session;
  private final Link link;
  private final IdentifyTurn turn;
  private final EventSink sink;
  private final Timekeeper time;
  private final ShardLog log;
  private final Bulletin bulletin;
  private final Driver driver;
  private final Reader reader;
  private volatile boolean stopping;

  /**
   * @param ourId our own user's id, or {@link Scan#NONE} until READY tells it
   */
  public ShardRunner(
      Identity identity,
      Session session,
      long ourId,
      Dialer dialer,
      IdentifyGate gate,
      EventSink sink,
      CommandSlot commands,
      BridgeMetrics metrics,
      Timekeeper time) {
    this.session = session;
    this.sink = sink;
    this.time = time;
    this.log = new ShardLog(identity.shard());
    this.link = new Link(dialer, time);
    this.turn = new IdentifyTurn(identity.shard(), gate, log);
    this.bulletin = new Bulletin(identity.shard(), turn);
    Intake intake = new Intake(ourId, metrics, log);
    Outlet outlet = new Outlet(link, new Payloads(identity), commands, metrics);
    this.driver =
        new Driver(session, link, intake, turn, sink, outlet, metrics, time, log, bulletin);
    this.reader = new Reader(link, intake, sink, driver, metrics, log);
  }

  /** Ends the session so that it can be resumed. May be called by any thread. */
  public void stop() {
    stopping = true;
  }

  /** How the shard does. May be called by any thread. */
  public ShardStatus status() {
    return bulletin.status();
  }

  @Override
  public void run() {
    try {
      while (!(session.state() instanceof State.Stopped)) {
        stepOrReconnect();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      link.drop();
      bulletin.publishEnd(session.state());
    }
  }

  /** A defect of ours costs the connection, not the shard: the session's waits bound the loop. */
  private void stepOrReconnect() throws InterruptedException {
    try {
      step();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      log.defect(e);
      driver.disconnected(Incoming.Closed.NO_CODE);
      Thread.sleep(LONGEST_WAIT);
    }
  }

  private void step() throws InterruptedException {
    if (stopping) {
      driver.feed(new Input.Stop());
    } else if (session.state() instanceof State.Idle) {
      driver.feed(new Input.Start());
    } else if (link.isOpen()) {
      serve();
    } else {
      idle();
    }
    bulletin.publish(session.state());
  }

  private void idle() throws InterruptedException {
    Thread.sleep(untilDeadline());
    driver.lookAtTheClock();
    driver.hearTheGate();
    boolean drained = session.state() instanceof State.Paused && sink.isDrained();
    driver.feed(drained ? new Input.SpoolDrained() : TICK);
  }

  private void serve() throws InterruptedException {
    try {
      boolean open = link.await(untilDeadline());
      driver.lookAtTheClock();
      reader.readAll();
      if (!open && link.isOpen()) {
        driver.disconnected(Incoming.Closed.NO_CODE);
      }
      driver.hearTheGate();
      driver.feed(TICK);
      driver.sendCommands();
    } catch (IOException e) {
      driver.broke(e);
    }
  }

  private Duration untilDeadline() {
    Duration most = turn.isAsked() ? LONGEST_WAIT_FOR_TURN : LONGEST_WAIT;
    return session
        .deadline()
        .map(deadline -> Duration.between(time.now().steady(), deadline))
        .filter(left -> left.compareTo(most) < 0)
        .map(left -> left.isNegative() ? Duration.ZERO : left)
        .orElse(most);
  }
}
