package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.commands.CommandSlot;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.session.Action;
import dev.gatehouse.bridge.session.Input;
import dev.gatehouse.bridge.session.Outgoing;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.State;
import dev.gatehouse.bridge.transport.BrokenStreamException;
import dev.gatehouse.bridge.transport.Incoming;
import dev.gatehouse.bridge.wire.Payloads;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Feeds a session with what happened, and carries out what it decides. */
final class Driver {
  private final Session session;
  private final Link link;
  private final Intake intake;
  private final IdentifyTurn turn;
  private final EventSink sink;
  private final Payloads payloads;
  private final CommandSlot commands;
  private final BridgeMetrics metrics;
  private final Timekeeper time;
  private final ShardLog log;
  private final Bulletin bulletin;
  private Moment now;
  private long beatSentNanos;

  Driver(
      Session session,
      Link link,
      Intake intake,
      IdentifyTurn turn,
      EventSink sink,
      Payloads payloads,
      CommandSlot commands,
      BridgeMetrics metrics,
      Timekeeper time,
      ShardLog log,
      Bulletin bulletin) {
    this.session = session;
    this.link = link;
    this.intake = intake;
    this.turn = turn;
    this.sink = sink;
    this.payloads = payloads;
    this.commands = commands;
    this.metrics = metrics;
    this.time = time;
    this.log = log;
    this.bulletin = bulletin;
    this.now = time.now();
  }

  State state() {
    return session.state();
  }

  /** Time has passed, outside. */
  void lookAtTheClock() {
    now = time.now();
  }

  void feed(Input input) {
    List<Action> actions = session.on(input, now.steady());
    for (int i = 0; i < actions.size(); i++) {
      perform(actions.get(i));
    }
  }

  /** Takes in the identify gate's answer, if it has come. */
  void hearTheGate() throws InterruptedException {
    Input answer = turn.answer(now.steady());
    if (answer != null) {
      feed(answer);
    }
  }

  void acknowledged() {
    metrics.heartbeat.recordNanos(now.nanos() - beatSentNanos);
  }

  void broke(IOException how) {
    log.broke(how);
    if (how instanceof BrokenStreamException broken) {
      link.broken(broken);
    }
    disconnected(Incoming.Closed.NO_CODE);
  }

  void disconnected(int code) {
    link.drop();
    feed(new Input.Disconnected(code));
  }

  /** After the timers, so that heartbeats go first. */
  void sendCommands() throws IOException {
    while (state() instanceof State.Live) {
      CommandSlot.Waiting next = commands.poll(now.steady());
      if (next == null) {
        return;
      }
      link.send(next.payload());
      next.onSent().run();
    }
  }

  private void perform(Action action) {
    switch (action) {
      case Action.Forward _ -> intake.forward(sink, now);
      case Action.DropDuplicate _ -> sink.duplicate();
      case Action.Send send -> send(send.payload());
      case Action.Connect connect -> connect(connect.resumeUrl());
      case Action.RequestIdentify _ -> turn.ask();
      case Action.Close close -> close(close);
      case Action.SessionStarted _ -> started();
      case Action.SessionResumed _ -> resumed();
      case Action.SessionLost lost -> sink.lost(lost.sessionId(), now);
      case Action.Halt halt -> log.halted(halt.whatToDo());
    }
  }

  private void connect(Optional<String> resumeUrl) {
    bulletin.publish(state());
    Input outcome = opened(resumeUrl);
    lookAtTheClock();
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
}
