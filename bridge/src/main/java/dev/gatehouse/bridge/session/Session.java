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
 *
 * <ol>
 *   <li>Connect: to the resume URL when there is a session to resume, else to the main one.
 *   <li>Wait for HELLO, and beat from then on.
 *   <li>With a session to resume, send RESUME from the last durable sequence number. Without one,
 *       ask the identify gate for a slot, and send IDENTIFY when it is granted.
 *   <li>READY begins a new session; RESUMED says that a replay is complete. The session is live.
 *   <li>Forward each dispatch that was not forwarded before.
 *   <li>When the connection ends, {@link CloseCode} says whether to resume, to begin anew or to
 *       halt; {@link ReconnectDelays} how long to wait before step 1.
 * </ol>
 */
public final class Session {
  /** How many connections may come to nothing before somebody should know. */
  static final int FRUITLESS_TO_TELL = 3;

  private static final List<SessionAction> NOTHING = List.of();
  private static final List<SessionAction> FORWARD = List.of(new SessionAction.Forward());
  private static final List<SessionAction> FORWARD_LATE = List.of(new SessionAction.ForwardLate());
  private static final List<SessionAction> DROP_DUPLICATE =
      List.of(new SessionAction.DropDuplicate());

  private static final String UNREACHABLE =
      "the gateway cannot be reached; the log says why, check the network and DISCORD_API_URL";

  private final SessionTimeouts timeouts;
  private final ReconnectDelays delays;
  private final Heartbeat heartbeat;
  private final ResumeState resume;
  private SessionState state = new SessionState.Idle();

  /** Connections in a row that brought no session which lasted, and how the last one ended. */
  private int fruitless;

  private String lastEnd = "";

  /**
   * @param saved what an earlier process left, if it left anything
   */
  public Session(SessionTimeouts timeouts, RandomGenerator random, Optional<SavedSession> saved) {
    this.timeouts = timeouts;
    this.delays = new ReconnectDelays(timeouts, random);
    this.heartbeat = new Heartbeat(random);
    this.resume = new ResumeState(timeouts.resumeUrlTries(), saved);
  }

  /** Where the session stands. */
  public SessionState state() {
    return state;
  }

  /**
   * What a person should know of connections that go on ending; empty when all is well. A fault
   * that passes is over before it is told.
   */
  public String trouble(Instant now) {
    boolean lasts =
        state instanceof SessionState.Live live
            && !now.isBefore(live.since().plus(timeouts.steadyAfter()));
    return fruitless < FRUITLESS_TO_TELL || lasts
        ? ""
        : fruitless
            + " connections in a row brought no session that lasted; the last one: "
            + lastEnd;
  }

  /** Takes in what happened; returns what to do about it, in order. */
  public List<SessionAction> on(SessionEvent event, Instant now) {
    if (event instanceof SessionEvent.Frame) {
      heartbeat.heard();
    }
    return switch (event) {
      case SessionEvent.Start _ -> state instanceof SessionState.Idle ? connect() : NOTHING;
      case SessionEvent.Connected _ -> connected(now);
      case SessionEvent.ConnectFailed _ -> connectFailed(now);
      case SessionEvent.Hello hello -> hello(hello.heartbeatInterval(), now);
      case SessionEvent.IdentifyGranted _ -> identifyGranted(now);
      case SessionEvent.IdentifyRefused refused -> identifyRefused(refused.retryAt(), now);
      case SessionEvent.Ready ready -> ready(ready, now);
      case SessionEvent.Resumed resumed -> resumed(resumed.sequence(), now);
      case SessionEvent.Dispatched dispatched -> dispatched(dispatched.sequence(), now);
      case SessionEvent.DurableMoved moved -> durableMoved(moved.sequence());
      case SessionEvent.HeartbeatRequested _ -> isConnected() ? sendHeartbeat() : NOTHING;
      case SessionEvent.HeartbeatAcknowledged _, SessionEvent.Heard _ -> NOTHING;
      case SessionEvent.Tick _ -> tick(now);
      case SessionEvent.ReconnectRequested _ -> reconnectRequested(now);
      case SessionEvent.SessionInvalidated invalid -> invalidated(invalid.resumable(), now);
      case SessionEvent.ReadyTooLarge _ -> readyTooLarge();
      case SessionEvent.Unreadable _ -> unreadable(now);
      case SessionEvent.Disconnected gone -> disconnected(gone.code(), now);
      case SessionEvent.SpoolFilled _ -> spoolFilled();
      case SessionEvent.SpoolDrained _ ->
          state instanceof SessionState.Paused ? connect() : NOTHING;
      case SessionEvent.Stop _ -> stop();
    };
  }

  // 1. Connect.

  private List<SessionAction> connect() {
    moveTo(new SessionState.Connecting());
    return List.of(new SessionAction.Connect(resume.url()));
  }

  private List<SessionAction> connected(Instant now) {
    if (state instanceof SessionState.Connecting) {
      moveTo(new SessionState.AwaitingHello(now.plus(timeouts.helloTimeout())));
    }
    return NOTHING;
  }

  private List<SessionAction> connectFailed(Instant now) {
    return state instanceof SessionState.Connecting ? retry(UNREACHABLE, now) : NOTHING;
  }

  // 2. HELLO decides between RESUME and IDENTIFY.

  private List<SessionAction> hello(Duration heartbeatInterval, Instant now) {
    if (!(state instanceof SessionState.AwaitingHello)) {
      return NOTHING;
    }
    heartbeat.start(heartbeatInterval, now);
    Optional<GatewayPayload> payload = resume.begin();
    return payload.isPresent() ? sendResume(payload.get(), now) : requestIdentify();
  }

  // 3. RESUME, or a slot to IDENTIFY. The slot is asked for once HELLO has come, and used at once:
  // a gateway that is down costs none of the day's identifies, and a slot does not grow old.

  private List<SessionAction> sendResume(GatewayPayload payload, Instant now) {
    moveTo(new SessionState.AwaitingResumed(now.plus(timeouts.resumedTimeout())));
    return List.of(new SessionAction.Send(payload));
  }

  private List<SessionAction> requestIdentify() {
    moveTo(new SessionState.AwaitingIdentify());
    return List.of(new SessionAction.RequestIdentify());
  }

  private List<SessionAction> identifyGranted(Instant now) {
    if (!(state instanceof SessionState.AwaitingIdentify)) {
      return NOTHING;
    }
    moveTo(new SessionState.AwaitingReady(now.plus(timeouts.readyTimeout())));
    return List.of(new SessionAction.Send(new GatewayPayload.Identify()));
  }

  /** A slot that is far away is not worth an idle connection. */
  private List<SessionAction> identifyRefused(Instant retryAt, Instant now) {
    if (!(state instanceof SessionState.AwaitingIdentify)) {
      return NOTHING;
    }
    if (retryAt.isAfter(now.plus(timeouts.slotPatience()))) {
      moveTo(new SessionState.Waiting(retryAt));
      return List.of(close("no slot to identify before " + retryAt));
    }
    moveTo(new SessionState.AwaitingSlot(retryAt));
    return NOTHING;
  }

  // 4. READY or RESUMED brings the session to life.

  private List<SessionAction> ready(SessionEvent.Ready ready, Instant now) {
    if (!(state instanceof SessionState.AwaitingReady)) {
      return dispatched(ready.sequence(), now);
    }
    resume.started(ready);
    live(now);
    return List.of(
        new SessionAction.SessionStarted(ready.sessionId(), ready.resumeUrl(), ready.userId()),
        new SessionAction.Forward());
  }

  private List<SessionAction> resumed(long sequence, Instant now) {
    if (!(state instanceof SessionState.AwaitingResumed)) {
      return dispatched(sequence, now);
    }
    live(now);
    return List.of(new SessionAction.SessionResumed(), dispatched(sequence, now).getFirst());
  }

  private void live(Instant now) {
    resume.succeeded();
    delays.live();
    moveTo(new SessionState.Live(now));
  }

  // 5. Events flow.

  /** Before READY or a resume there is no session that a dispatch could belong to. */
  private List<SessionAction> dispatched(long sequence, Instant now) {
    if (state instanceof SessionState.AwaitingResumed) {
      moveTo(new SessionState.AwaitingResumed(now.plus(timeouts.resumedTimeout())));
    } else if (!(state instanceof SessionState.Live)) {
      return NOTHING;
    }
    return switch (resume.accept(sequence)) {
      case NEW -> FORWARD;
      case LATE -> FORWARD_LATE;
      case REPEATED -> DROP_DUPLICATE;
    };
  }

  private List<SessionAction> durableMoved(long sequence) {
    resume.durableMoved(sequence);
    return NOTHING;
  }

  // Time passes: heartbeats, time-outs, the ends of waits.

  /** When the next {@link SessionEvent.Tick} is due; empty while nothing is timed. */
  public Optional<Instant> deadline() {
    Optional<Instant> beat = heartbeat.next();
    return switch (state) {
      case SessionState.Waiting waiting -> Optional.of(waiting.until());
      case SessionState.Pending pending -> Optional.of(earlier(pending.deadline(), beat));
      case SessionState.AwaitingSlot slot -> Optional.of(earlier(slot.at(), beat));
      case SessionState.AwaitingIdentify _, SessionState.Live _ -> beat;
      case SessionState.Idle _,
          SessionState.Connecting _,
          SessionState.Paused _,
          SessionState.Halted _,
          SessionState.Stopped _ ->
          Optional.empty();
    };
  }

  private List<SessionAction> tick(Instant now) {
    return switch (state) {
      case SessionState.Waiting waiting -> now.isBefore(waiting.until()) ? NOTHING : connect();
      case SessionState.Pending pending when !now.isBefore(pending.deadline()) ->
          closeAndRetry("no answer in time: " + pending.getClass().getSimpleName(), now);
      case SessionState.Connected _ when heartbeat.isDue(now) -> beat(now);
      case SessionState.AwaitingSlot slot -> now.isBefore(slot.at()) ? NOTHING : requestIdentify();
      case SessionState.Connected _,
          SessionState.Idle _,
          SessionState.Connecting _,
          SessionState.Paused _,
          SessionState.Halted _,
          SessionState.Stopped _ ->
          NOTHING;
    };
  }

  private List<SessionAction> beat(Instant now) {
    if (heartbeat.isZombie()) {
      return closeAndRetry("zombie: no frame since the last heartbeat", now);
    }
    heartbeat.beat(now);
    return sendHeartbeat();
  }

  private List<SessionAction> sendHeartbeat() {
    return List.of(new SessionAction.Send(new GatewayPayload.Heartbeat(resume.seen())));
  }

  // 6. The ways in which a connection ends, and what comes after each.

  private List<SessionAction> reconnectRequested(Instant now) {
    return isConnected() ? closeAndRetry("op 7: the gateway asks to reconnect", now) : NOTHING;
  }

  private List<SessionAction> invalidated(boolean canResume, Instant now) {
    if (!isConnected()) {
      return NOTHING;
    }
    Optional<SessionAction> lost = canResume ? Optional.empty() : dropSession();
    noteEnd(
        "op 9: the gateway refused the session; look for another program with this DISCORD_TOKEN",
        now);
    moveTo(new SessionState.Waiting(delays.afterInvalidSession(now)));
    SessionAction close = close("op 9: the gateway refused the session");
    return lost.map(l -> List.of(close, l)).orElseGet(() -> List.of(close));
  }

  private List<SessionAction> disconnected(int code, Instant now) {
    if (state instanceof SessionState.Connecting) {
      return retry(UNREACHABLE, now);
    }
    if (!isConnected()) {
      return NOTHING;
    }
    String why =
        code == SessionEvent.Disconnected.NO_CODE
            ? "the connection broke"
            : "the gateway closed with code " + code;
    return switch (CloseCode.meaning(code)) {
      case CloseCode.Meaning.Resume _ -> retry(why, now);
      case CloseCode.Meaning.NewSession _ -> retryAfresh(why, now);
      case CloseCode.Meaning.Final(String whatToDo) -> halt(whatToDo);
    };
  }

  /** A replay brings the same bytes again, so a session in which nothing moves on is given up. */
  private List<SessionAction> unreadable(Instant now) {
    String why =
        "what came could not be read; the log says what it was, try BRIDGE_COMPRESSION=none";
    if (!isConnected()) {
      return NOTHING;
    }
    return resume.isFutile() ? retryAfresh(why, now) : retry(why, now);
  }

  /** The next READY would be as large. */
  private List<SessionAction> readyTooLarge() {
    if (!(state instanceof SessionState.AwaitingReady)) {
      return NOTHING;
    }
    List<SessionAction> halt =
        halt("READY is above the limit; raise BRIDGE_MESSAGE_MIB, and run fewer guilds per shard");
    return List.of(close("READY is above the limit"), halt.getFirst());
  }

  private List<SessionAction> spoolFilled() {
    if (!isConnected()) {
      return NOTHING;
    }
    moveTo(new SessionState.Paused());
    return List.of(close("the spool is full"));
  }

  private List<SessionAction> stop() {
    boolean open = isConnected();
    moveTo(new SessionState.Stopped());
    return open ? List.of(close("stopping")) : NOTHING;
  }

  private List<SessionAction> closeAndRetry(String why, Instant now) {
    retry(why, now);
    return List.of(close(why));
  }

  private List<SessionAction> retry(String why, Instant now) {
    if (!(state instanceof SessionState.Live)) {
      resume.failed();
    }
    noteEnd(why, now);
    moveTo(new SessionState.Waiting(delays.afterFailure(now)));
    return NOTHING;
  }

  private List<SessionAction> retryAfresh(String why, Instant now) {
    noteEnd(why, now);
    Optional<SessionAction> lost = dropSession();
    moveTo(new SessionState.Waiting(delays.afterLostSession(now)));
    return lost.stream().toList();
  }

  private List<SessionAction> halt(String whatToDo) {
    moveTo(new SessionState.Halted(whatToDo));
    return List.of(new SessionAction.Halt(whatToDo));
  }

  private Optional<SessionAction> dropSession() {
    return resume.drop().map(SessionAction.SessionLost::new);
  }

  /** A connection has ended, or was not to be had. */
  private void noteEnd(String why, Instant now) {
    boolean lasted = state instanceof SessionState.Live live && delays.lived(live.since(), now);
    fruitless = lasted ? 0 : fruitless + 1;
    lastEnd = why;
  }

  private boolean isConnected() {
    return state instanceof SessionState.Connected;
  }

  /** Heartbeats end with the connection. */
  private void moveTo(SessionState next) {
    state = next;
    if (!isConnected()) {
      heartbeat.stop();
    }
  }

  private static SessionAction close(String why) {
    return new SessionAction.Close(CloseCode.KEEP_SESSION, why);
  }

  private static Instant earlier(Instant deadline, Optional<Instant> other) {
    return other.filter(o -> o.isBefore(deadline)).orElse(deadline);
  }
}
