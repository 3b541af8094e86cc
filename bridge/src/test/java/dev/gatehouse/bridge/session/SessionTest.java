package dev.gatehouse.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gatehouse.bridge.session.SessionAction.Close;
import dev.gatehouse.bridge.session.SessionAction.Connect;
import dev.gatehouse.bridge.session.SessionAction.DropDuplicate;
import dev.gatehouse.bridge.session.SessionAction.Forward;
import dev.gatehouse.bridge.session.SessionAction.Halt;
import dev.gatehouse.bridge.session.SessionAction.RequestIdentify;
import dev.gatehouse.bridge.session.SessionAction.Send;
import dev.gatehouse.bridge.session.SessionAction.SessionLost;
import dev.gatehouse.bridge.session.SessionAction.SessionResumed;
import dev.gatehouse.bridge.session.SessionAction.SessionStarted;
import dev.gatehouse.bridge.session.SessionEvent.ConnectFailed;
import dev.gatehouse.bridge.session.SessionEvent.Connected;
import dev.gatehouse.bridge.session.SessionEvent.Disconnected;
import dev.gatehouse.bridge.session.SessionEvent.Dispatched;
import dev.gatehouse.bridge.session.SessionEvent.DurableMoved;
import dev.gatehouse.bridge.session.SessionEvent.Heard;
import dev.gatehouse.bridge.session.SessionEvent.HeartbeatRequested;
import dev.gatehouse.bridge.session.SessionEvent.Hello;
import dev.gatehouse.bridge.session.SessionEvent.IdentifyGranted;
import dev.gatehouse.bridge.session.SessionEvent.IdentifyRefused;
import dev.gatehouse.bridge.session.SessionEvent.Ready;
import dev.gatehouse.bridge.session.SessionEvent.ReconnectRequested;
import dev.gatehouse.bridge.session.SessionEvent.Resumed;
import dev.gatehouse.bridge.session.SessionEvent.SessionInvalidated;
import dev.gatehouse.bridge.session.SessionEvent.SpoolDrained;
import dev.gatehouse.bridge.session.SessionEvent.SpoolFilled;
import dev.gatehouse.bridge.session.SessionEvent.Start;
import dev.gatehouse.bridge.session.SessionEvent.Stop;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One row for each rule of the gateway's life cycle. */
class SessionTest {
  private static final SessionAction MAIN = new Connect(Optional.empty());
  private static final SessionAction RESUME_URL = new Connect(Optional.of(SessionScript.URL));
  private static final SessionAction IDENTIFY = new Send(new GatewayPayload.Identify());
  private static final Hello HELLO = new Hello(SessionScript.INTERVAL);

  private static SessionAction beat(long sequence) {
    return new Send(new GatewayPayload.Heartbeat(sequence));
  }

  private static SessionAction resume(long sequence) {
    return new Send(new GatewayPayload.Resume("s1", sequence));
  }

  private static SessionAction close(String why) {
    return new Close(CloseCode.KEEP_SESSION, why);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  private static SessionScript resuming(long durable) {
    return SessionScript.saved(durable).on(new Start(), new Connected(), HELLO);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        row(
            "connects before it asks the gate, so that an outage costs no identify",
            () -> SessionScript.fresh().on(new Start(), new ConnectFailed()).after(seconds(0)),
            MAIN,
            MAIN),
        row(
            "asks the gate after HELLO",
            () -> SessionScript.fresh().greeted(),
            MAIN,
            new RequestIdentify()),
        row(
            "identifies on the main URL once it has a slot",
            () -> SessionScript.fresh().identified(),
            MAIN,
            new RequestIdentify(),
            IDENTIFY),
        row(
            "asks the gate again at the time that it was told",
            () -> {
              SessionScript script = SessionScript.fresh().greeted();
              return script
                  .on(new IdentifyRefused(script.in(seconds(5))))
                  .forget()
                  .after(seconds(4.9))
                  .after(seconds(0.1));
            },
            new RequestIdentify()),
        row(
            "beats while the gate has not answered",
            () -> SessionScript.fresh().greeted().forget().after(seconds(20)),
            beat(GatewayPayload.Heartbeat.NONE)),
        row(
            "beats while it waits for a slot",
            () -> {
              SessionScript script = SessionScript.fresh().greeted().forget();
              return script
                  .on(new IdentifyRefused(script.in(seconds(60))))
                  .after(seconds(20))
                  .on(new Heard())
                  .after(seconds(40))
                  .after(seconds(0));
            },
            beat(GatewayPayload.Heartbeat.NONE),
            beat(GatewayPayload.Heartbeat.NONE),
            new RequestIdentify()),
        row(
            "notices a zombie while it waits for a slot",
            () -> {
              SessionScript script = SessionScript.fresh().greeted().forget();
              return script
                  .on(new IdentifyRefused(script.in(seconds(60))))
                  .after(seconds(20))
                  .after(seconds(40));
            },
            beat(GatewayPayload.Heartbeat.NONE),
            close("zombie: no frame since the last heartbeat")),
        row(
            "keeps no connection for a slot that is far away",
            () -> {
              SessionScript script = SessionScript.fresh().greeted().forget();
              return script
                  .on(new IdentifyRefused(script.in(seconds(61))))
                  .after(seconds(60.9))
                  .after(seconds(0.1))
                  .on(new Connected(), HELLO);
            },
            close("no slot to identify before 2026-01-01T00:01:01Z"),
            MAIN,
            new RequestIdentify()),
        row(
            "does not use a slot that is granted once its connection is gone",
            () ->
                SessionScript.fresh()
                    .greeted()
                    .forget()
                    .on(new Disconnected(0), new IdentifyGranted())
                    .after(seconds(0))
                    .on(new IdentifyGranted(), new Connected(), new IdentifyGranted(), HELLO),
            MAIN,
            new RequestIdentify()),
        row(
            "tells of the new session before READY is forwarded",
            () ->
                SessionScript.fresh()
                    .identified()
                    .forget()
                    .on(new Ready(1, "s1", SessionScript.URL, 7)),
            new SessionStarted("s1", SessionScript.URL, 7),
            new Forward()),
        row("forwards a dispatch", () -> SessionScript.live().on(new Dispatched(2)), new Forward()),
        row(
            "ignores a dispatch before READY",
            () -> SessionScript.fresh().identified().forget().on(new Dispatched(7))),
        row(
            "sends the first heartbeat after a random part of the interval",
            () -> SessionScript.live().after(seconds(20)),
            beat(1)),
        row("sends no heartbeat before that", () -> SessionScript.live().after(seconds(19.9))),
        row(
            "sends null while no dispatch came",
            () -> SessionScript.fresh().identified().forget().after(seconds(20)),
            beat(GatewayPayload.Heartbeat.NONE)),
        row(
            "beats with the received number, not the durable one",
            () ->
                SessionScript.live()
                    .on(new Dispatched(2), new Dispatched(3), new DurableMoved(2))
                    .forget()
                    .after(seconds(20)),
            beat(3)),
        row(
            "beats every interval while frames come",
            () -> SessionScript.live().after(seconds(20)).on(new Heard()).after(seconds(40)),
            beat(1),
            beat(1)),
        row(
            "answers op 1 at once",
            () -> SessionScript.live().on(new HeartbeatRequested()),
            beat(1)),
        row(
            "does not take the answer to op 1 for a missed beat",
            () ->
                SessionScript.live()
                    .after(seconds(20))
                    .on(new HeartbeatRequested())
                    .after(seconds(40)),
            beat(1),
            beat(1),
            beat(1)),
        row(
            "counts any frame as a sign of life",
            () -> SessionScript.live().after(seconds(20)).on(new Dispatched(2)).after(seconds(40)),
            beat(1),
            new Forward(),
            beat(2)),
        row(
            "closes a zombie, keeping the session, and resumes",
            () -> SessionScript.live().after(seconds(20)).after(seconds(40)).after(seconds(0)),
            beat(1),
            close("zombie: no frame since the last heartbeat"),
            RESUME_URL),
        row(
            "resumes from the durable number on the resume URL",
            () -> resuming(41),
            RESUME_URL,
            resume(41)),
        row(
            "resumes after a broken connection from what is durable by then",
            () ->
                SessionScript.live()
                    .on(new Dispatched(2), new Dispatched(3))
                    .forget()
                    .on(new Disconnected(Disconnected.NO_CODE))
                    .after(seconds(0))
                    .on(new Connected(), new DurableMoved(2), HELLO),
            RESUME_URL,
            resume(2)),
        row(
            "drops what a replay brings again, and forwards the rest",
            () ->
                SessionScript.live()
                    .on(new Dispatched(2), new Dispatched(3), new Disconnected(0))
                    .after(seconds(0))
                    .on(new Connected(), new DurableMoved(1), HELLO)
                    .forget()
                    .on(new Dispatched(2), new Dispatched(3), new Dispatched(4), new Resumed(5)),
            new DropDuplicate(),
            new DropDuplicate(),
            new Forward(),
            new SessionResumed(),
            new Forward()),
        row(
            "beats with what the replay has reached",
            () ->
                SessionScript.live()
                    .on(new Dispatched(2), new Dispatched(3), new Disconnected(0))
                    .after(seconds(0))
                    .on(new Connected(), new DurableMoved(1), HELLO, new Dispatched(2))
                    .forget()
                    .on(new HeartbeatRequested()),
            beat(2)),
        row(
            "reconnects at once on op 7 and keeps the session",
            () -> SessionScript.live().on(new ReconnectRequested()).after(seconds(0)),
            close("op 7: the gateway asks to reconnect"),
            RESUME_URL),
        row(
            "takes op 7 before HELLO",
            () ->
                SessionScript.saved(4)
                    .on(new Start(), new Connected())
                    .forget()
                    .on(new ReconnectRequested())
                    .after(seconds(0)),
            close("op 7: the gateway asks to reconnect"),
            RESUME_URL),
        row(
            "drops the session on op 9 d:false, waits 1 to 5 s and identifies on the main URL",
            () ->
                resuming(4)
                    .forget()
                    .on(new SessionInvalidated(false))
                    .after(seconds(2.9))
                    .after(seconds(0.1))
                    .on(new Connected(), HELLO, new IdentifyGranted()),
            close("op 9: the gateway refused the session"),
            new SessionLost("s1"),
            MAIN,
            new RequestIdentify(),
            IDENTIFY),
        row(
            "resumes again on op 9 d:true",
            () ->
                resuming(4)
                    .forget()
                    .on(new SessionInvalidated(true))
                    .after(seconds(3))
                    .on(new Connected(), HELLO),
            close("op 9: the gateway refused the session"),
            RESUME_URL,
            resume(4)),
        row(
            "tells of no lost session when op 9 answers an identify",
            () -> SessionScript.fresh().identified().forget().on(new SessionInvalidated(false)),
            close("op 9: the gateway refused the session")),
        row(
            "tells of no lost session when 4009 answers an identify",
            () ->
                SessionScript.fresh()
                    .identified()
                    .forget()
                    .on(new Disconnected(4009))
                    .after(seconds(0)),
            MAIN),
        row(
            "times out on HELLO",
            () ->
                SessionScript.saved(4)
                    .on(new Start(), new Connected())
                    .forget()
                    .after(seconds(20))
                    .after(seconds(0)),
            close("no answer in time: AwaitingHello"),
            RESUME_URL),
        row(
            "times out on READY",
            () -> SessionScript.fresh(1).identified().forget().after(seconds(30)).after(seconds(0)),
            close("no answer in time: AwaitingReady"),
            MAIN),
        row(
            "times out on RESUMED",
            () -> resuming(4).on(new Heard()).forget().after(seconds(30)).after(seconds(0)),
            close("no answer in time: AwaitingResumed"),
            RESUME_URL),
        row(
            "is patient with a long replay",
            () -> resuming(4).forget().after(seconds(19)).on(new Dispatched(5)).after(seconds(29)),
            new Forward(),
            beat(5)),
        row(
            "falls back to the main URL after three failures on the resume URL",
            () ->
                SessionScript.saved(4)
                    .on(new Start())
                    .on(new ConnectFailed())
                    .after(seconds(60))
                    .on(new ConnectFailed())
                    .after(seconds(60))
                    .on(new ConnectFailed())
                    .after(seconds(60))
                    .on(new Connected(), HELLO),
            RESUME_URL,
            RESUME_URL,
            RESUME_URL,
            MAIN,
            resume(4)),
        row(
            "leaves a full spool to Discord, and resumes when it has drained",
            () -> SessionScript.live().on(new SpoolFilled(), new SpoolDrained()),
            close("the spool is full"),
            RESUME_URL),
        row(
            "stops so that the session can be resumed",
            () -> SessionScript.live().on(new Stop()),
            close("stopping")));
  }

  private static Arguments row(
      String rule, Supplier<SessionScript> script, SessionAction... actions) {
    return Arguments.of(Named.of(rule, script), List.of(actions));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void follows(Supplier<SessionScript> script, List<SessionAction> actions) {
    assertThat(script.get().done()).isEqualTo(actions);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000, 1001, 1006, 4000, 4001, 4002, 4003, 4005, 4006, 4008, 4999})
  void resumesAfterCloseCode(int code) {
    SessionScript script = SessionScript.live().on(new Disconnected(code)).after(Duration.ZERO);

    assertThat(script.done()).isEqualTo(List.of(RESUME_URL));
  }

  @ParameterizedTest
  @ValueSource(ints = {4007, 4009})
  void beginsAnewAfterCloseCode(int code) {
    SessionScript script = SessionScript.live().on(new Disconnected(code)).after(Duration.ZERO);

    assertThat(script.done()).isEqualTo(List.of(new SessionLost("s1"), MAIN));
  }

  @ParameterizedTest
  @CsvSource({
    "4004, DISCORD_TOKEN",
    "4010, SHARDS",
    "4011, SHARDS=auto",
    "4012, update Gatehouse",
    "4013, DISCORD_INTENTS",
    "4014, MESSAGE_CONTENT"
  })
  void haltsAfterFinalCloseCodeAndSaysWhatToDo(int code, String remedy) {
    SessionScript script = SessionScript.live().on(new Disconnected(code)).after(seconds(3600));

    Halt halt = assertThat(script.done().getFirst()).asInstanceOf(type(Halt.class)).actual();
    assertThat(halt.whatToDo()).contains(remedy);
    assertThat(script.done().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.25, 10", "0.999, 39.96"})
  void spreadsTheFirstHeartbeat(double random, double expectedSeconds) {
    SessionScript script =
        SessionScript.fresh(random).identified().on(new Ready(1, "s1", SessionScript.URL, 7));

    assertThat(script.untilDeadline().orElseThrow()).isEqualTo(seconds(expectedSeconds));
  }

  @Test
  void doublesItsWaitsUpToABound() {
    SessionScript script = SessionScript.saved(1).on(new Start());
    List<Duration> waits =
        Stream.generate(
                () -> {
                  Duration wait = script.on(new ConnectFailed()).untilDeadline().orElseThrow();
                  script.after(wait);
                  return wait;
                })
            .limit(9)
            .toList();

    assertThat(waits)
        .isEqualTo(
            Stream.of(0, 0.5, 1, 2, 4, 8, 16, 30, 30)
                .map(expected -> seconds(expected.doubleValue()))
                .toList());
  }

  /** Comes to life and loses its connection at once; tells how long it waits then. */
  private static Duration waitAfter(SessionScript script, SessionEvent... end) {
    script.on(new Connected(), HELLO, new Resumed(2)).on(end);
    Duration wait = script.untilDeadline().orElseThrow();
    script.after(wait);
    return wait;
  }

  @ParameterizedTest
  @MethodSource("restarts")
  void itsWaitsDoNotGrowWhileSessionsComeToLife(SessionEvent end) {
    SessionScript script = SessionScript.live().on(new ReconnectRequested()).after(seconds(0));
    List<Duration> waits = Stream.generate(() -> waitAfter(script, end)).limit(5).toList();

    assertThat(waits).isEqualTo(Collections.nCopies(5, seconds(0.5)));
  }

  static Stream<SessionEvent> restarts() {
    return Stream.of(
        new ReconnectRequested(), new Disconnected(1001), new Disconnected(Disconnected.NO_CODE));
  }

  @Test
  void aSessionThatComesToLifeEndsTheWaitsOfFailures() {
    SessionScript script = SessionScript.saved(1).on(new Start());
    for (int i = 0; i < 9; i++) {
      script.on(new ConnectFailed()).after(seconds(60));
    }

    assertThat(waitAfter(script, new ReconnectRequested())).isEqualTo(seconds(0.5));
  }

  @Test
  void startsItsWaitsAnewAfterAConnectionThatLasted() {
    SessionScript script = SessionScript.live().on(new ReconnectRequested()).after(seconds(0));
    script.on(new Connected(), HELLO, new Resumed(2)).after(seconds(60));
    script.on(new ReconnectRequested());

    assertThat(script.untilDeadline().orElseThrow()).isEqualTo(Duration.ZERO);
  }

  /** READY and op 9 by turns would spend the day's identifies. */
  @ParameterizedTest
  @MethodSource("losses")
  void sessionsThatAreLostAgainAndAgainBackOff(SessionEvent loss, double least) {
    SessionScript script = SessionScript.fresh().on(new Start());
    List<Duration> waits = Stream.generate(() -> waitAfterLoss(script, loss)).limit(9).toList();

    assertThat(waits)
        .isEqualTo(
            Stream.of(0, 0.5, 1, 2, 4, 8, 16, 30, 30)
                .map(expected -> seconds(least + expected.doubleValue()))
                .toList());
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of(new SessionInvalidated(false), 3),
        Arguments.of(new Disconnected(4007), 0),
        Arguments.of(new Disconnected(4009), 0));
  }

  private static Duration waitAfterLoss(SessionScript script, SessionEvent loss) {
    script.on(new Connected(), HELLO, new IdentifyGranted());
    script.on(new Ready(1, "s1", SessionScript.URL, 7), loss);
    Duration wait = script.untilDeadline().orElseThrow();
    script.after(wait);
    return wait;
  }

  @Test
  void aSessionThatLastsEndsTheWaitsOfLosses() {
    SessionScript script = SessionScript.fresh().on(new Start());
    Duration first = waitAfterLoss(script, new SessionInvalidated(false));
    waitAfterLoss(script, new SessionInvalidated(false));
    script.on(new Connected(), HELLO, new IdentifyGranted());
    script.on(new Ready(1, "s1", SessionScript.URL, 7)).after(seconds(60));
    script.on(new SessionInvalidated(false));

    assertThat(script.untilDeadline().orElseThrow()).isEqualTo(first);
  }

  /** What a number tells of an event, of numbers that came before it on a live session. */
  @ParameterizedTest
  @CsvSource({
    "2, NEW",
    "2 3, NEW NEW",
    "2 2, NEW REPEATED",
    "3 2, NEW LATE",
    "3 2 2, NEW LATE REPEATED",
    "5 2 4 3 3, NEW LATE LATE LATE REPEATED",
    "5 1, NEW REPEATED",
    "2000 1999 975 976, NEW LATE REPEATED LATE"
  })
  void tellsLateEventsFromRepeatedOnes(String sequences, String arrivals) {
    SessionScript script = SessionScript.live();
    for (String sequence : sequences.split(" ")) {
      script.on(new Dispatched(Long.parseLong(sequence)));
    }

    assertThat(script.done())
        .isEqualTo(
            Arrays.stream(arrivals.split(" "))
                .map(arrival ->
                    switch (arrival) {
                      case "NEW" -> new Forward();
                      case "LATE" -> new SessionAction.ForwardLate();
                      default -> new SessionAction.DropDuplicate();
                    })
                .toList());
  }

  /** A replay repeats what was read before, and brings what was late. */
  @Test
  void aReplayBringsWhatWasLeftOutToo() {
    SessionScript script = SessionScript.live().on(new Dispatched(2), new Dispatched(4)).forget();
    script.on(new Disconnected(0)).after(seconds(0)).on(new Connected(), HELLO).forget();
    script.on(new Dispatched(2), new Dispatched(3), new Dispatched(4), new Dispatched(5));

    assertThat(script.done())
        .containsExactly(
            new SessionAction.DropDuplicate(),
            new SessionAction.ForwardLate(),
            new SessionAction.DropDuplicate(),
            new Forward());
  }

  /** A fault that a resume meets again ends the session after a bound; one that passes does not. */
  @ParameterizedTest
  @CsvSource({"true, false, true", "false, false, false", "true, true, false"})
  void givesASessionUpThatCannotBeReadOn(boolean unreadable, boolean movesOn, boolean lost) {
    SessionScript script = SessionScript.live();
    for (int i = 0; i < 2 * ResumeState.MOST_UNREADABLE; i++) {
      script.on(unreadable ? new SessionEvent.Unreadable() : new Disconnected(0));
      script.after(seconds(60)).on(new Connected(), HELLO);
      if (movesOn) {
        script.on(new Dispatched(2 + i));
      }
    }

    assertThat(script.done().contains(new SessionLost("s1"))).isEqualTo(lost);
    assertThat(script.done().contains(new RequestIdentify())).isEqualTo(lost);
  }

  @Test
  void haltsAtAReadyThatIsAboveTheLimit() {
    SessionScript script = SessionScript.fresh().identified().forget();
    script.on(new SessionEvent.ReadyTooLarge());

    assertThat(script.done().getFirst()).isEqualTo(close("READY is above the limit"));
    assertThat(script.done().getLast())
        .isInstanceOfSatisfying(
            SessionAction.Halt.class,
            halt -> assertThat(halt.whatToDo()).contains("BRIDGE_MESSAGE_MIB"));
    assertThat(script.after(seconds(600)).state()).isInstanceOf(SessionState.Halted.class);
  }

  /** Each way in which connections go on ending, and what is told of it. */
  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of("cannot be reached", List.of(new ConnectFailed())),
        Arguments.of("no answer in time", List.of(new Connected())),
        Arguments.of("op 9", List.of(new Connected(), HELLO, new SessionInvalidated(false))),
        Arguments.of("op 9", List.of(new Connected(), HELLO, new SessionInvalidated(true))),
        Arguments.of("op 7", List.of(new Connected(), HELLO, new ReconnectRequested())),
        Arguments.of("connection broke", List.of(new Connected(), new Disconnected(0))),
        Arguments.of("code 4000", List.of(new Connected(), HELLO, new Disconnected(4000))),
        Arguments.of("code 4009", List.of(new Connected(), HELLO, new Disconnected(4009))),
        Arguments.of("not be read", List.of(new Connected(), new SessionEvent.Unreadable())));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void tellsOfConnectionsThatGoOnEnding(String what, List<SessionEvent> end) {
    SessionScript script = SessionScript.fresh().on(new Start());
    for (int i = 0; i < Session.FRUITLESS_TO_TELL; i++) {
      assertThat(script.trouble()).as("after " + i).isEmpty();
      end.forEach(script::on);
      script.after(seconds(30)).after(seconds(90));
    }
    assertThat(script.trouble()).contains(what);

    script.on(new Connected(), HELLO, new IdentifyGranted());
    script.on(new Ready(1, "s2", SessionScript.URL, 7));
    assertThat(script.trouble()).as("it may end again").contains(what);
    for (int i = 0; i < 3; i++) {
      script.on(new Heard()).after(seconds(20));
    }
    assertThat(script.trouble()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "20, 20", "60, 20"})
  void isTimedByItsSlotOrItsHeartbeat(double slot, double expected) {
    SessionScript script = SessionScript.fresh().greeted();
    assertThat(script.untilDeadline().orElseThrow())
        .as("the gate has not answered")
        .isEqualTo(seconds(20));
    script.on(new IdentifyRefused(script.in(seconds(slot))));

    assertThat(script.untilDeadline().orElseThrow()).isEqualTo(seconds(expected));
  }

  @Test
  void isNotTimedWhilePausedHaltedOrStopped() {
    assertThat(SessionScript.live().on(new SpoolFilled()).untilDeadline()).isEmpty();
    assertThat(SessionScript.live().on(new Stop()).untilDeadline()).isEmpty();
    assertThat(SessionScript.live().on(new Disconnected(4004)).untilDeadline()).isEmpty();
  }

  @Test
  void doesNothingMoreOnceStopped() {
    SessionScript script = SessionScript.live().on(new Stop()).forget();

    script.on(new Dispatched(9), new ReconnectRequested(), new SessionInvalidated(false), HELLO);

    assertThat(script.after(seconds(600)).done()).isEmpty();
    assertThat(script.state()).isInstanceOf(SessionState.Stopped.class);
  }
}
