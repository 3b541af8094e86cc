package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.commands.ShardCommandQueue;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.session.GatewayPayload;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.SessionAction;
import dev.gatehouse.bridge.session.SessionEvent;
import dev.gatehouse.bridge.session.SessionState;
import dev.gatehouse.bridge.transport.BrokenStreamException;
import dev.gatehouse.bridge.transport.Incoming;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs one shard: feeds its session with what its connection brings, and carries out what the
 * session decides. One thread does all of it, since it waits for a frame or a timer in one call.
 *
 * <ol>
 *   <li>Wait for bytes, a timer or a command, whichever comes first.
 *   <li>Read every frame that has arrived.
 *   <li>Feed the session with what each means, and perform the actions that it answers with.
 *   <li>Hear what the identify gate says, let the session's timers fire, send commands.
 * </ol>
 */
public final class ShardRunner implements Runnable {
  /** How long a request to stop, and a command, may go unnoticed. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

  /** How long a slot to identify may: what passes before it is used eats into its margin. */
  private static final Duration LONGEST_WAIT_FOR_SLOT = Duration.ofMillis(10);

  private static final SessionEvent TICK = new SessionEvent.Tick();
  private static final SessionEvent HEARD = new SessionEvent.Heard();

  private final ShardIdentity identity;
  private final Session session;
  private final ShardConnection connection;
  private final FrameDecoder decoder;
  private final IdentifyRequest identify;
  private final EventSink sink;
  private final PayloadWriter payloads;
  private final ShardCommandQueue commands;
  private final BridgeMetrics metrics;
  private final Clocks clocks;
  private final ShardLog log;
  private long heartbeatSentNanos;
  private volatile SessionState published = new SessionState.Idle();
  private volatile String trouble = "";
  private volatile String passedOver = "";
  private volatile boolean stopping;

  /**
   * @param us whom a mention has to name to be ours
   */
  public ShardRunner(
      ShardIdentity identity,
      Session session,
      MentionTargets us,
      GatewayConnector connector,
      IdentifyGate gate,
      EventSink sink,
      ShardCommandQueue commands,
      BridgeMetrics metrics,
      Clocks clocks) {
    this.identity = identity;
    this.session = session;
    this.sink = sink;
    this.commands = commands;
    this.metrics = metrics;
    this.clocks = clocks;
    this.log = new ShardLog(identity.shard());
    this.connection = new ShardConnection(connector, clocks);
    this.decoder = new FrameDecoder(us);
    this.identify = new IdentifyRequest(identity.shard(), gate, log);
    this.payloads = new PayloadWriter(identity);
  }

  /** Ends the session so that it can be resumed. May be called by any thread. */
  public void stop() {
    stopping = true;
  }

  /** How the shard does. May be called by any thread. */
  public ShardStatus status() {
    return ShardStatus.of(identity.shard(), published, identify.refusal(), trouble, passedOver);
  }

  @Override
  public void run() {
    try {
      while (!(session.state() instanceof SessionState.Stopped)) {
        stepOrReconnect();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connection.drop();
      publishEnd();
    }
  }

  /** A defect of ours costs the connection, not the shard: the session's delays bound the loop. */
  private void stepOrReconnect() throws InterruptedException {
    try {
      step();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      log.defect(e);
      connection.drop();
      feed(new SessionEvent.Unreadable(), clocks.now());
      Thread.sleep(LONGEST_WAIT);
    }
  }

  private void step() throws InterruptedException {
    if (stopping) {
      feed(new SessionEvent.Stop(), clocks.now());
    } else if (session.state() instanceof SessionState.Idle) {
      feed(new SessionEvent.Start(), clocks.now());
    } else if (connection.isOpen()) {
      serve();
    } else {
      waitWithoutConnection();
    }
    published = session.state();
    trouble = session.trouble(clocks.now().steady());
  }

  private void waitWithoutConnection() throws InterruptedException {
    Thread.sleep(untilDeadline());
    Clocks.Timestamps now = clocks.now();
    hearTheGate(now);
    boolean drained = session.state() instanceof SessionState.Paused && sink.isDrained();
    feed(drained ? new SessionEvent.SpoolDrained() : TICK, now);
  }

  private void serve() throws InterruptedException {
    try {
      boolean open = connection.await(untilDeadline());
      Clocks.Timestamps now = clocks.now();
      readAll(now);
      if (!open && connection.isOpen()) {
        disconnected(Incoming.Closed.NO_CODE, now);
      }
      hearTheGate(now);
      feed(TICK, now);
      sendCommands(now);
    } catch (IOException e) {
      broke(e, clocks.now());
    }
  }

  private Duration untilDeadline() {
    Duration most = identify.isOpen() ? LONGEST_WAIT_FOR_SLOT : LONGEST_WAIT;
    return session
        .deadline()
        .map(deadline -> Duration.between(clocks.now().steady(), deadline))
        .filter(left -> left.compareTo(most) < 0)
        .map(left -> left.isNegative() ? Duration.ZERO : left)
        .orElse(most);
  }

  /** Takes in all that has arrived. */
  private void readAll(Clocks.Timestamps now) throws IOException {
    try {
      for (Incoming next = connection.poll(); next != null; next = connection.poll()) {
        switch (next) {
          case Incoming.Data data -> read(data, now);
          case Incoming.Oversized oversized -> passOver(oversized, now);
          case Incoming.Closed closed -> closedByGateway(closed.code(), now);
        }
      }
    } finally {
      sink.caughtUp();
    }
  }

  private void read(Incoming.Data data, Clocks.Timestamps now) {
    if (!sink.hasRoom()) {
      metrics.pauses.increment();
      feed(new SessionEvent.SpoolFilled(), now);
      return;
    }
    try {
      FrameDecoder.Decoded frame = decoder.decode(data.bytes(), data.from(), data.to());
      note(frame.event(), now);
      feed(frame.event(), frame, now);
    } catch (MalformedFrameException e) {
      metrics.malformed.increment();
      log.malformed(data.to() - data.from(), e);
      feed(HEARD, now);
    }
  }

  /** Of a message above the limit only its number counts: a replay must not bring it again. */
  private void passOver(Incoming.Oversized message, Clocks.Timestamps now) {
    metrics.oversized.increment();
    String what = message.event().isEmpty() ? "op " + message.opcode() : message.event();
    passedOver =
        metrics.oversized.value()
            + " gateway messages were above BRIDGE_MESSAGE_MIB and are lost, raise it (and -Xmx with"
            + " it); the last: "
            + what
            + " of "
            + message.bytes()
            + " bytes";
    log.passedOver(what, message.sequence(), message.bytes());
    for (SessionAction action : session.on(meaning(message), now.steady())) {
      if (action instanceof SessionAction.Forward || action instanceof SessionAction.ForwardLate) {
        sink.passOver(message.sequence());
      } else {
        perform(action, null, now);
      }
    }
  }

  private static SessionEvent meaning(Incoming.Oversized message) {
    if (message.opcode() != 0 || message.sequence() == 0) {
      return HEARD;
    }
    return message.event().equals("READY")
        ? new SessionEvent.ReadyTooLarge()
        : new SessionEvent.Dispatched(message.sequence());
  }

  /** What a control frame means besides what it means to the session. */
  private void note(SessionEvent event, Clocks.Timestamps now) {
    if (event instanceof SessionEvent.Hello) {
      connection.gatewaySpoke();
      feed(new SessionEvent.DurableMoved(sink.durable()), now);
    } else if (event instanceof SessionEvent.HeartbeatAcknowledged) {
      metrics.heartbeat.recordNanos(now.nanos() - heartbeatSentNanos);
    }
  }

  private void feed(SessionEvent event, Clocks.Timestamps now) {
    feed(event, null, now);
  }

  /**
   * Feeds the session and does what it says.
   *
   * @param frame which the event comes from, if it comes from one
   */
  private void feed(
      SessionEvent event, FrameDecoder.@Nullable Decoded frame, Clocks.Timestamps now) {
    List<SessionAction> actions = session.on(event, now.steady());
    for (int i = 0; i < actions.size(); i++) {
      perform(actions.get(i), frame, now);
    }
  }

  private void perform(
      SessionAction action, FrameDecoder.@Nullable Decoded frame, Clocks.Timestamps now) {
    switch (action) {
      case SessionAction.Forward _ -> forward(Objects.requireNonNull(frame, "no frame"), now);
      case SessionAction.ForwardLate _ -> {
        metrics.late.increment();
        forward(Objects.requireNonNull(frame, "no frame"), now);
      }
      case SessionAction.DropDuplicate _ -> sink.duplicate();
      case SessionAction.Send send -> send(send.payload(), now);
      case SessionAction.Connect connect -> connect(connect.resumeUrl());
      case SessionAction.RequestIdentify _ -> identify.send();
      case SessionAction.Close close -> {
        log.closing(close.why());
        connection.close(close.code());
      }
      case SessionAction.SessionStarted started -> {
        metrics.sessions.increment();
        sink.started(started, now);
        log.sessionStarted();
      }
      case SessionAction.SessionResumed _ -> {
        metrics.resumes.increment();
        log.sessionResumed();
      }
      case SessionAction.SessionLost lost -> sink.lost(lost.sessionId(), now);
      case SessionAction.Halt halt -> log.halted(halt.whatToDo());
    }
  }

  private void forward(FrameDecoder.Decoded frame, Clocks.Timestamps now) {
    sink.forward(frame.scan(), frame.bytes(), now);
  }

  private void connect(Optional<String> resumeUrl) {
    published = session.state();
    SessionEvent outcome;
    try {
      connection.open(resumeUrl);
      metrics.connects.increment();
      outcome = new SessionEvent.Connected();
    } catch (IOException | IllegalArgumentException e) {
      log.cannotConnect(e);
      outcome = new SessionEvent.ConnectFailed();
    }
    feed(outcome, clocks.now());
  }

  private void send(GatewayPayload payload, Clocks.Timestamps now) {
    switch (payload) {
      case GatewayPayload.Heartbeat _ -> heartbeatSentNanos = now.nanos();
      case GatewayPayload.Identify _ -> metrics.identifies.increment();
      case GatewayPayload.Resume _ -> {}
    }
    commands.budget().note(now.steady());
    try {
      connection.send(payloads.write(payload));
    } catch (IOException e) {
      broke(e, now);
    }
  }

  /** After the timers, so that heartbeats go first; within what the session's payloads leave. */
  private void sendCommands(Clocks.Timestamps now) throws IOException {
    while (session.state() instanceof SessionState.Live) {
      ShardCommandQueue.Waiting next = commands.poll(now.steady());
      if (next == null) {
        return;
      }
      connection.send(next.payload());
      next.onSent().run();
    }
  }

  /** Takes in the identify gate's answer, if it has come. */
  private void hearTheGate(Clocks.Timestamps now) throws InterruptedException {
    SessionEvent answer = identify.answer(now.steady());
    if (answer != null) {
      feed(answer, now);
    }
  }

  private void closedByGateway(int code, Clocks.Timestamps now) {
    log.closedByGateway(code);
    disconnected(connection.meaning(code), now);
  }

  private void broke(IOException how, Clocks.Timestamps now) {
    log.broke(how);
    if (how instanceof BrokenStreamException broken) {
      connection.broken(broken);
      connection.drop();
      feed(new SessionEvent.Unreadable(), now);
    } else {
      disconnected(Incoming.Closed.NO_CODE, now);
    }
  }

  private void disconnected(int code, Clocks.Timestamps now) {
    connection.drop();
    feed(new SessionEvent.Disconnected(code), now);
  }

  private void publishEnd() {
    SessionState last = session.state();
    published =
        last instanceof SessionState.Stopped || last instanceof SessionState.Halted
            ? last
            : new SessionState.Halted("the shard's thread has ended; restart the bridge");
  }
}
