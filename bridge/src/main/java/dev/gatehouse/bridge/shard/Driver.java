package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.session.Action;
import dev.gatehouse.bridge.session.Input;
import dev.gatehouse.bridge.session.Outgoing;
import dev.gatehouse.bridge.session.Session;
import dev.gatehouse.bridge.session.State;
import dev.gatehouse.bridge.transport.BrokenStreamException;
import dev.gatehouse.bridge.transport.Incoming;
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
  private final Outlet outlet;
  private final BridgeMetrics metrics;
  private final Timekeeper time;
  private final ShardLog log;
  private final Bulletin bulletin;
  private Moment now;

  Driver(
      Session session,
      Link link,
      Intake intake,
      IdentifyTurn turn,
      EventSink sink,
      Outlet outlet,
      BridgeMetrics metrics,
      Timekeeper time,
      ShardLog log,
      Bulletin bulletin) {
    this.session = session;
    this.link = link;
    this.intake = intake;
    this.turn = turn;
    this.sink = sink;
    this.outlet = outlet;
    this.metrics = metrics;
    this.time = time;
    this.log = log;
    this.bulletin = bulletin;
    this.now = time.now();
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
    outlet.acknowledged(now);
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
    boolean more = true;
    while (more && session.state() instanceof State.Live) {
      more = outlet.sendCommand(now);
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
    bulletin.publish(session.state());
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
    try {
      outlet.send(payload, now);
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
