package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.commands.CommandSlot;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Action;
import dev.gatehouse.bridge.session.Input;
import dev.gatehouse.bridge.session.Outgoing;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.State;
import dev.gatehouse.bridge.transport.BrokenStreamException;
import dev.gatehouse.bridge.transport.Incoming;
import dev.gatehouse.bridge.wire.Identity;
import dev.gatehouse.bridge.wire.Payloads;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs one shard: feeds its session with what its connection brings and carries out what the
 * session decides. One thread does all of it, since it waits for a frame or a timer in one call.
 */
public final class ShardRunner implements Runnable {
  private static final int HEARTBEAT_ACK = 11;

  /** How long a request to stop, and a command, may go unnoticed. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

  private static final Input TICK = new Input.Tick();

  private final Identity identity;
  private final Session session;
  private final Link link;
  private final Intake intake;
  private final IdentifyGate gate;
  private final EventSink sink;
  private final Payloads payloads;
  private final CommandSlot commands;
  private final BridgeMetrics metrics;
  private final Timekeeper time;
  private final ShardLog log;

  private Moment now;
  private long beatSentNanos;
  private volatile boolean stopping;
  private volatile String gateRefusal = "";
  private volatile State published = new State.Idle();

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
    this.identity = identity;
    this.session = session;
    this.log = new ShardLog(identity.shard());
    this.link = new Link(dialer);
    this.intake = new Intake(ourId, metrics, log);
    this.gate = gate;
    this.sink = sink;
    this.payloads = new Payloads(identity);
    this.commands = commands;
    this.metrics = metrics;
    this.time = time;
    this.now = time.now();
  }

  /** Ends the session so that it can be resumed. May be called by any thread. */
  public void stop() {
    stopping = true;
  }

  /** How the shard does. May be called by any thread. */
  public ShardStatus status() {
    State state = published;
    String detail =
        switch (state) {
          case State.Halted halted -> halted.whatToDo();
          case State.Paused _ -> "the spool is full: is the queue reachable?";
          case State.Waiting _, State.AwaitingIdentify _ -> gateRefusal;
          case State.Idle _, State.Connecting _, State.Connected _, State.Stopped _ -> "";
        };
    return new ShardStatus(
        identity.shard(), state.getClass().getSimpleName(), state instanceof State.Live, detail);
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
      publishEnd();
    }
  }

  /** A defect of ours costs the connection, not the shard: the session's waits bound the loop. */
  private void stepOrReconnect() throws InterruptedException {
    try {
      step();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      log.defect(e);
      disconnected(Incoming.Closed.NO_CODE);
      Thread.sleep(LONGEST_WAIT);
    }
  }

  private void step() throws InterruptedException {
    if (stopping) {
      feed(new Input.Stop());
    } else if (session.state() instanceof State.Idle) {
      feed(new Input.Start());
    } else if (link.isOpen()) {
      serve();
    } else {
      idle();
    }
    publish();
  }

  private void idle() throws InterruptedException {
    Thread.sleep(untilDeadline());
    now = time.now();
    boolean drained = session.state() instanceof State.Paused && sink.isDrained();
    feed(drained ? new Input.SpoolDrained() : TICK);
  }

  private void serve() {
    try {
      boolean open = link.await(untilDeadline());
      now = time.now();
      readAll();
      if (!open && link.isOpen()) {
        disconnected(Incoming.Closed.NO_CODE);
      }
      feed(TICK);
      sendCommands();
    } catch (IOException e) {
      broke(e);
    }
  }

  private void readAll() throws IOException {
    try {
      for (Incoming next = link.poll(); next != null; next = link.poll()) {
        switch (next) {
          case Incoming.Data data -> data(data);
          case Incoming.Closed closed -> closed(closed.code());
        }
      }
    } finally {
      sink.caughtUp();
    }
  }

  private void data(Incoming.Data data) {
    if (!sink.hasRoom()) {
      metrics.pauses.increment();
      feed(new Input.SpoolFilled());
      return;
    }
    Input input = intake.read(data);
    if (input instanceof Input.Hello) {
      link.spoke();
      feed(new Input.DurableMoved(sink.durable()));
    } else if (intake.opcode() == HEARTBEAT_ACK) {
      metrics.heartbeat.recordNanos(now.nanos() - beatSentNanos);
    }
    feed(input);
  }

  private void closed(int code) {
    log.closedByGateway(code);
    disconnected(link.meaning(code));
  }

  private void broke(IOException how) {
    log.broke(how);
    if (how instanceof BrokenStreamException broken) {
      link.broken(broken);
    }
    disconnected(Incoming.Closed.NO_CODE);
  }

  private void disconnected(int code) {
    link.drop();
    feed(new Input.Disconnected(code));
  }

  private void feed(Input input) {
    List<Action> actions = session.on(input, now.steady());
    for (int i = 0; i < actions.size(); i++) {
      perform(actions.get(i));
    }
  }

  private void perform(Action action) {
    switch (action) {
      case Action.Forward _ -> intake.forward(sink, now);
      case Action.DropDuplicate _ -> sink.duplicate();
      case Action.Send send -> send(send.payload());
      case Action.Connect connect -> connect(connect.resumeUrl());
      case Action.RequestIdentify _ -> requestIdentify();
      case Action.Close close -> close(close);
      case Action.SessionStarted _ -> started();
      case Action.SessionResumed _ -> resumed();
      case Action.SessionLost lost -> sink.lost(lost.sessionId(), now);
      case Action.Halt halt -> log.halted(halt.whatToDo());
    }
  }

  private void connect(Optional<String> resumeUrl) {
    publish();
    Input outcome = opened(resumeUrl);
    now = time.now();
    feed(outcome);
  }

  private Input opened(Optional<String> resumeUrl) {
    try {
      link.open(resumeUrl);
      metrics.connects.increment();
      return new Input.Connected();
    } catch (IOException | IllegalArgumentException e) {
      log.cannotConnect(e);
      return new Input.ConnectFailed();
    }
  }

  private void requestIdentify() {
    switch (gate.request(identity.shard())) {
      case IdentifyGate.Verdict.Granted _ -> {
        gateRefusal = "";
        feed(new Input.IdentifyGranted());
      }
      case IdentifyGate.Verdict.Refused refused -> {
        refusedBecause(refused.why());
        feed(new Input.IdentifyRefused(time.now().steady().plus(refused.retryAfter())));
      }
    }
  }

  /** Waiting for one's turn is no news; each other reason is told once. */
  private void refusedBecause(String why) {
    if (!why.isEmpty() && !why.equals(gateRefusal)) {
      log.identifyRefused(why);
    }
    gateRefusal = why;
  }

  private void send(Outgoing payload) {
    switch (payload) {
      case Outgoing.Heartbeat _ -> beatSentNanos = now.nanos();
      case Outgoing.Identify _ -> metrics.identifies.increment();
      case Outgoing.Resume _ -> {}
    }
    try {
      commands.budget().note(now.steady());
      link.send(payloads.write(payload));
    } catch (IOException e) {
      broke(e);
    }
  }

  /** After the timers, so that heartbeats go first. */
  private void sendCommands() throws IOException {
    while (session.state() instanceof State.Live) {
      CommandSlot.Waiting next = commands.poll(now.steady());
      if (next == null) {
        return;
      }
      link.send(next.payload());
      next.onSent().run();
    }
  }

  private void close(Action.Close close) {
    log.closing(close.why());
    link.close(close.code().number());
  }

  private void started() {
    metrics.sessions.increment();
    sink.started(intake.ready(), now);
    log.sessionStarted();
  }

  private void resumed() {
    metrics.resumes.increment();
    log.sessionResumed();
  }

  private void publishEnd() {
    State last = session.state();
    published =
        last instanceof State.Stopped || last instanceof State.Halted
            ? last
            : new State.Halted("the shard's thread has ended; restart the bridge");
  }

  private void publish() {
    published = session.state();
  }

  private Duration untilDeadline() {
    return session
        .deadline()
        .map(deadline -> Duration.between(time.now().steady(), deadline))
        .filter(left -> left.compareTo(LONGEST_WAIT) < 0)
        .map(left -> left.isNegative() ? Duration.ZERO : left)
        .orElse(LONGEST_WAIT);
  }
}
