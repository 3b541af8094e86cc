package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.commands.CommandSlot;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.scan.FrameScanner;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Action;
import dev.gatehouse.bridge.session.Input;
import dev.gatehouse.bridge.session.Outgoing;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.State;
import dev.gatehouse.bridge.transport.BrokenStreamException;
import dev.gatehouse.bridge.transport.GatewayConnection;
import dev.gatehouse.bridge.transport.Incoming;
import dev.gatehouse.bridge.wire.Frames;
import dev.gatehouse.bridge.wire.Identity;
import dev.gatehouse.bridge.wire.Payloads;
import dev.gatehouse.bridge.wire.ReadyFields;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one shard: feeds its session with what its connection brings and carries out what the
 * session decides. One thread does all of it, since it waits for a frame or a timer in one call.
 */
public final class ShardRunner implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ShardRunner.class);
  private static final int HEARTBEAT_ACK = 11;

  /** How long a request to stop may go unnoticed. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

  private static final Input TICK = new Input.Tick();
  private static final Input HEARD = new Input.Heard();

  private final Identity identity;
  private final Session session;
  private final Dialer dialer;
  private final IdentifyGate gate;
  private final EventSink sink;
  private final BridgeMetrics metrics;
  private final Timekeeper time;
  private final Payloads payloads;
  private final CommandSlot commands;
  private final FrameScanner scanner = new FrameScanner();

  private @Nullable GatewayConnection connection;
  private boolean helloCame;
  private byte[] frame = {};
  private @Nullable Scan scan;
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
    this.dialer = dialer;
    this.gate = gate;
    this.sink = sink;
    this.metrics = metrics;
    this.time = time;
    this.payloads = new Payloads(identity);
    this.commands = commands;
    this.now = time.now();
    scanner.ourId(ourId);
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
      feed(new Input.Start());
      while (!(session.state() instanceof State.Stopped)) {
        step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      drop();
      publish();
    }
  }

  private void step() throws InterruptedException {
    if (stopping) {
      feed(new Input.Stop());
    } else if (connection == null) {
      idle();
    } else {
      serve(connection);
    }
    publish();
  }

  private void idle() throws InterruptedException {
    Thread.sleep(untilDeadline());
    now = time.now();
    if (session.state() instanceof State.Paused && sink.isDrained()) {
      feed(new Input.SpoolDrained());
    } else {
      feed(TICK);
    }
  }

  private void serve(GatewayConnection from) {
    try {
      boolean open = from.await(untilDeadline());
      now = time.now();
      readAll(from);
      if (!open && connection == from) {
        disconnected(Incoming.Closed.NO_CODE);
      }
      feed(TICK);
      sendCommands();
    } catch (BrokenStreamException e) {
      broken(e);
    } catch (IOException e) {
      LOG.atInfo()
          .addKeyValue("shard", identity.shard())
          .addKeyValue("reason", e.toString())
          .log("connection broke");
      disconnected(Incoming.Closed.NO_CODE);
    }
  }

  private void readAll(GatewayConnection from) throws IOException {
    while (connection == from) {
      switch (from.poll()) {
        case null -> {
          return;
        }
        case Incoming.Data data -> data(data);
        case Incoming.Closed closed -> closed(closed.code());
      }
    }
  }

  private void data(Incoming.Data data) {
    if (!sink.hasRoom()) {
      metrics.pauses.increment();
      feed(new Input.SpoolFilled());
      return;
    }
    try {
      frame = data.bytes();
      Scan found = scanner.scan(frame, data.from(), data.to());
      scan = found;
      feed(input(found));
    } catch (MalformedFrameException | IOException e) {
      malformed(data.to() - data.from(), e);
    }
  }

  private Input input(Scan found) throws IOException {
    Input input = Frames.read(found, frame);
    switch (input) {
      case Input.Hello _ -> {
        helloCame = true;
        feed(new Input.DurableMoved(sink.durable()));
      }
      case Input.Heard _ -> noteAcknowledgement(found);
      default -> {}
    }
    return input;
  }

  private void noteAcknowledgement(Scan found) {
    if (found.opcode() == HEARTBEAT_ACK) {
      metrics.heartbeat.recordNanos(now.nanos() - beatSentNanos);
    }
  }

  private void malformed(int length, Exception shape) {
    metrics.malformed.increment();
    LOG.atWarn()
        .addKeyValue("shard", identity.shard())
        .addKeyValue("bytes", length)
        .addKeyValue("shape", shape.getMessage())
        .log("malformed frame");
    feed(HEARD);
  }

  private void closed(int code) {
    LOG.atInfo()
        .addKeyValue("shard", identity.shard())
        .addKeyValue("code", code)
        .log("closed by the gateway");
    if (!helloCame && dialer.compression().fallback().isPresent() && code != 0) {
      dialer.refusedBeforeHello("close code " + code + " before HELLO");
      disconnected(Incoming.Closed.NO_CODE);
    } else {
      disconnected(code);
    }
  }

  private void broken(BrokenStreamException e) {
    LOG.atWarn()
        .addKeyValue("shard", identity.shard())
        .addKeyValue("reason", e.getMessage())
        .log("broken stream");
    if (!helloCame) {
      dialer.refusedBeforeHello(String.valueOf(e.getMessage()));
    }
    disconnected(Incoming.Closed.NO_CODE);
  }

  private void disconnected(int code) {
    drop();
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
      case Action.Forward _ -> forward();
      case Action.DropDuplicate _ -> sink.duplicate();
      case Action.Send send -> send(send.payload());
      case Action.Connect connect -> connect(connect.resumeUrl());
      case Action.RequestIdentify _ -> requestIdentify();
      case Action.Close close -> close(close);
      case Action.SessionStarted _ -> started();
      case Action.SessionResumed _ -> resumed();
      case Action.SessionLost lost -> sink.lost(lost.sessionId(), now);
      case Action.Halt halt -> halted(halt.whatToDo());
    }
  }

  private void forward() {
    if (scan != null) {
      sink.forward(scan, frame, now);
    }
  }

  private void connect(Optional<String> resumeUrl) {
    publish();
    try {
      connection = dialer.open(resumeUrl);
      helloCame = false;
      metrics.connects.increment();
      now = time.now();
      feed(new Input.Connected());
    } catch (IOException | IllegalArgumentException e) {
      LOG.atWarn()
          .addKeyValue("shard", identity.shard())
          .addKeyValue("reason", e.toString())
          .log("cannot connect");
      now = time.now();
      feed(new Input.ConnectFailed());
    }
  }

  private void requestIdentify() {
    switch (gate.request(identity.shard())) {
      case IdentifyGate.Verdict.Granted _ -> {
        gateRefusal = "";
        feed(new Input.IdentifyGranted());
      }
      case IdentifyGate.Verdict.Refused refused -> {
        gateRefusal = refused.why();
        feed(new Input.IdentifyRefused(time.now().steady().plus(refused.retryAfter())));
      }
    }
  }

  private void send(Outgoing payload) {
    if (payload instanceof Outgoing.Heartbeat) {
      beatSentNanos = now.nanos();
    }
    GatewayConnection to = connection;
    if (to == null) {
      return;
    }
    try {
      commands.budget().note(now.steady());
      to.send(payloads.write(payload));
    } catch (IOException e) {
      disconnected(Incoming.Closed.NO_CODE);
    }
  }

  /** After the timers, so that heartbeats go first. */
  private void sendCommands() throws IOException {
    GatewayConnection to = connection;
    if (to == null || !(session.state() instanceof State.Live)) {
      return;
    }
    for (CommandSlot.Waiting next = commands.poll(now.steady());
        next != null;
        next = commands.poll(now.steady())) {
      to.send(next.payload());
      next.onSent().run();
    }
  }

  private void close(Action.Close close) {
    LOG.atInfo()
        .addKeyValue("shard", identity.shard())
        .addKeyValue("reason", close.why())
        .log("closing");
    if (connection != null) {
      connection.close(close.code().number());
      connection = null;
    }
  }

  private void started() {
    metrics.identifies.increment();
    try {
      ReadyFields ready = Frames.readyFields(Objects.requireNonNull(scan), frame);
      scanner.ourId(ready.userId());
      sink.started(ready);
    } catch (IOException e) {
      throw new IllegalStateException("READY was read before", e);
    }
    LOG.atInfo().addKeyValue("shard", identity.shard()).log("session started");
  }

  private void resumed() {
    metrics.resumes.increment();
    LOG.atInfo().addKeyValue("shard", identity.shard()).log("session resumed");
  }

  private void halted(String whatToDo) {
    LOG.atError().addKeyValue("shard", identity.shard()).log("stopped: {}", whatToDo);
  }

  private void drop() {
    if (connection != null) {
      try {
        connection.close();
      } catch (IOException e) {
        LOG.debug("closing a broken connection failed", e);
      }
      connection = null;
    }
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
