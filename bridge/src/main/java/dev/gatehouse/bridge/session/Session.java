package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The life of one shard's gateway session (<a
 * href="https://docs.discord.com/developers/events/gateway#connection-lifecycle">Discord</a>). It
 * does no I/O and reads no clock: its shell feeds it what happened and carries its actions out. Not
 * safe for use by several threads.
 */
public final class Session {
  private static final List<Action> FORWARD = List.of(new Action.Forward());
  private static final List<Action> DROP_DUPLICATE = List.of(new Action.DropDuplicate());

  private final SessionRules rules;
  private final RandomGenerator random;
  private final Waits waits;
  private final Heartbeat heartbeat = new Heartbeat();
  private final Resumption resumption;
  private State state = new State.Idle();

  /**
   * @param resumable what an earlier process left, if it left anything
   */
  public Session(SessionRules rules, RandomGenerator random, Optional<Resumable> resumable) {
    this.rules = rules;
    this.random = random;
    this.waits = new Waits(rules, random);
    this.resumption = new Resumption(rules.resumeUrlTries(), resumable);
  }

  /** Where the session stands. */
  public State state() {
    return state;
  }

  /** When the next {@link Input.Tick} is due; empty while nothing is timed. */
  public Optional<Instant> deadline() {
    return switch (state) {
      case State.Waiting waiting -> Optional.of(waiting.until());
      case State.Pending pending -> Optional.of(earlier(pending.deadline(), heartbeat.next()));
      case State.Live live -> heartbeat.next();
      case State.Idle _,
          State.AwaitingIdentify _,
          State.Connecting _,
          State.Paused _,
          State.Halted _,
          State.Stopped _ ->
          Optional.empty();
    };
  }

  /** Takes in what happened; returns what to do about it, in order. */
  public List<Action> on(Input input, Instant now) {
    return switch (input) {
      case Input.Dispatched dispatched -> dispatched(dispatched.sequence(), now);
      case Input.DurableMoved moved -> durableMoved(moved.sequence());
      case Input.Tick _ -> tick(now);
      case Input.Heard _ -> heard();
      case Input.Start _ -> state instanceof State.Idle ? connect() : List.of();
      case Input.Connected _ -> connected(now);
      case Input.ConnectFailed _ -> state instanceof State.Connecting ? retry(now) : List.of();
      case Input.Disconnected gone -> disconnected(gone.code(), now);
      case Input.Hello hello -> hello(hello.heartbeatInterval(), now);
      case Input.HeartbeatRequested _ -> heartbeatRequested();
      case Input.ReconnectRequested _ -> reconnectRequested(now);
      case Input.SessionInvalidated invalid -> invalidated(invalid.resumable(), now);
      case Input.Ready ready -> ready(ready, now);
      case Input.Resumed resumed -> resumed(resumed.sequence(), now);
      case Input.IdentifyGranted _ -> identifyGranted();
      case Input.IdentifyRefused refused -> identifyRefused(refused.retryAt());
      case Input.SpoolFilled _ -> spoolFilled();
      case Input.SpoolDrained _ -> state instanceof State.Paused ? connect() : List.of();
      case Input.Stop _ -> stop();
    };
  }

  private List<Action> connect() {
    heartbeat.stop();
    if (!resumption.isPossible()) {
      state = new State.AwaitingIdentify();
      return List.of(new Action.RequestIdentify());
    }
    state = new State.Connecting();
    return List.of(new Action.Connect(resumption.url()));
  }

  private List<Action> identifyGranted() {
    if (!(state instanceof State.AwaitingIdentify)) {
      return List.of();
    }
    state = new State.Connecting();
    return List.of(new Action.Connect(Optional.empty()));
  }

  private List<Action> identifyRefused(Instant retryAt) {
    if (state instanceof State.AwaitingIdentify) {
      state = new State.Waiting(retryAt);
    }
    return List.of();
  }

  private List<Action> connected(Instant now) {
    if (state instanceof State.Connecting) {
      state = new State.AwaitingHello(now.plus(rules.helloTimeout()));
    }
    return List.of();
  }

  private List<Action> hello(Duration interval, Instant now) {
    if (!(state instanceof State.AwaitingHello)) {
      return heard();
    }
    heartbeat.start(interval, now, random);
    Optional<Outgoing> resume = resumption.begin();
    state =
        resume.isPresent()
            ? new State.AwaitingResumed(now.plus(rules.resumedTimeout()))
            : new State.AwaitingReady(now.plus(rules.readyTimeout()));
    return List.of(new Action.Send(resume.orElseGet(Outgoing.Identify::new)));
  }

  private List<Action> ready(Input.Ready ready, Instant now) {
    if (!(state instanceof State.AwaitingReady)) {
      return dispatched(ready.sequence(), now);
    }
    heartbeat.heard();
    resumption.started(ready);
    live(now);
    return List.of(
        new Action.SessionStarted(ready.sessionId(), ready.resumeUrl()), new Action.Forward());
  }

  private List<Action> resumed(long sequence, Instant now) {
    if (!(state instanceof State.AwaitingResumed)) {
      return dispatched(sequence, now);
    }
    live(now);
    return List.of(new Action.SessionResumed(), dispatched(sequence, now).getFirst());
  }

  private void live(Instant now) {
    resumption.succeeded();
    state = new State.Live(now);
  }

  /** Before READY or a resume there is no session that a dispatch could belong to. */
  private List<Action> dispatched(long sequence, Instant now) {
    heartbeat.heard();
    if (state instanceof State.AwaitingResumed) {
      state = new State.AwaitingResumed(now.plus(rules.resumedTimeout()));
    } else if (!(state instanceof State.Live)) {
      return List.of();
    }
    return resumption.sequences().accept(sequence) ? FORWARD : DROP_DUPLICATE;
  }

  private List<Action> heard() {
    heartbeat.heard();
    return List.of();
  }

  private List<Action> heartbeatRequested() {
    heartbeat.heard();
    return state instanceof State.Connected ? List.of(beatPayload()) : List.of();
  }

  private Action beatPayload() {
    return new Action.Send(new Outgoing.Heartbeat(resumption.sequences().seen()));
  }

  private List<Action> durableMoved(long sequence) {
    resumption.sequences().durableMoved(sequence);
    return List.of();
  }

  private List<Action> tick(Instant now) {
    return switch (state) {
      case State.Waiting waiting -> now.isBefore(waiting.until()) ? List.of() : connect();
      case State.Pending pending when !now.isBefore(pending.deadline()) ->
          closeAndRetry("no answer in time: " + pending.getClass().getSimpleName(), now);
      case State.Connected _ -> beatIfDue(now);
      case State.Idle _,
          State.AwaitingIdentify _,
          State.Connecting _,
          State.Paused _,
          State.Halted _,
          State.Stopped _ ->
          List.of();
    };
  }

  private List<Action> beatIfDue(Instant now) {
    if (!heartbeat.isDue(now)) {
      return List.of();
    }
    if (heartbeat.isZombie()) {
      return closeAndRetry("zombie: no frame since the last heartbeat", now);
    }
    heartbeat.beat(now);
    return List.of(beatPayload());
  }

  private List<Action> reconnectRequested(Instant now) {
    return state instanceof State.Connected
        ? closeAndRetry("op 7: the gateway asks to reconnect", now)
        : List.of();
  }

  private List<Action> invalidated(boolean canResume, Instant now) {
    if (!(state instanceof State.Connected)) {
      return List.of();
    }
    Optional<Action> lost = canResume ? Optional.empty() : resumption.drop();
    state = new State.Waiting(waits.afterInvalidSession(now));
    heartbeat.stop();
    Action close = close("op 9: the gateway refused the session");
    return lost.map(l -> List.of(close, l)).orElseGet(() -> List.of(close));
  }

  private List<Action> disconnected(int code, Instant now) {
    if (state instanceof State.Connecting || state instanceof State.AwaitingIdentify) {
      return retry(now);
    }
    if (!(state instanceof State.Connected)) {
      return List.of();
    }
    return switch (Closure.of(code)) {
      case Closure.Resume _ -> retry(now);
      case Closure.NewSession _ -> retryAfresh(now);
      case Closure.Final(String whatToDo) -> halt(whatToDo);
    };
  }

  private List<Action> retryAfresh(Instant now) {
    Optional<Action> lost = resumption.drop();
    retry(now);
    return lost.stream().toList();
  }

  private List<Action> halt(String whatToDo) {
    heartbeat.stop();
    state = new State.Halted(whatToDo);
    return List.of(new Action.Halt(whatToDo));
  }

  private List<Action> closeAndRetry(String why, Instant now) {
    retry(now);
    return List.of(close(why));
  }

  private List<Action> retry(Instant now) {
    state = new State.Waiting(nextTry(now));
    heartbeat.stop();
    return List.of();
  }

  private Instant nextTry(Instant now) {
    if (state instanceof State.Live live) {
      return waits.afterLive(live.since(), now);
    }
    resumption.failed();
    return waits.afterFailure(now);
  }

  private List<Action> spoolFilled() {
    if (!(state instanceof State.Connected)) {
      return List.of();
    }
    heartbeat.stop();
    state = new State.Paused();
    return List.of(close("the spool is full"));
  }

  private List<Action> stop() {
    boolean open = state instanceof State.Connected;
    heartbeat.stop();
    state = new State.Stopped();
    return open ? List.of(close("stopping")) : List.of();
  }

  private static Action close(String why) {
    return new Action.Close(CloseCode.KEEP_SESSION, why);
  }

  private static Instant earlier(Instant deadline, Optional<Instant> other) {
    return other.filter(o -> o.isBefore(deadline)).orElse(deadline);
  }
}
