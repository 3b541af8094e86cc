package dev.gatehouse.llm.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.assistant.unshown.UnshownAnswers;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.ModelName;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.Usage;
import dev.gatehouse.llm.prompt.PromptWriter;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.crash.CrashPoint;
import dev.gatehouse.testkit.crash.MortalWorker;
import dev.gatehouse.testkit.crash.WorkerDiedException;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the worker of a turn at each call of its ports, before the call takes effect and after it,
 * and lets others take over until the turn is done. Which calls there are is learned from a worker
 * that lives.
 */
@Timeout(120)
final class TurnCrashTest {
  private static final ConversationId CHANNEL = new ConversationId(new Platform("discord"), "100");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration TIME = Duration.ofMinutes(10);
  private static final List<String> PIECES = List.of("Because", " of", " Monday.");
  private static final String WHOLE = String.join("", PIECES);
  private static final int MOST_DELIVERIES = 6;
  private static final int MOST_LOOKS = 10_000;

  /** What happens in a turn besides the death of its worker. */
  enum Scenario {
    PLAIN,
    CUT,
    STOPPED,
    FAILS_MIDWAY,
    FAILS_AT_ONCE,
    OUT_OF_TIME,
    SHOWING_FAILS
  }

  /** How much time passes between two pieces, and how far apart edits and kept texts are. */
  enum Spacing {
    NONE(
        Duration.ZERO,
        new StreamingSettings(
            Duration.ZERO,
            Duration.ofMillis(5),
            Duration.ofSeconds(2),
            Duration.ZERO,
            LEASE,
            Duration.ofSeconds(5),
            Duration.ZERO),
        0),
    USUAL(Duration.ofSeconds(1), StreamingSettings.usual(), 1);

    private final Duration betweenPieces;
    private final StreamingSettings settings;

    /** How many of the pieces that were shown last need not be kept yet. */
    private final int mostUnkept;

    Spacing(Duration betweenPieces, StreamingSettings settings, int mostUnkept) {
      this.betweenPieces = betweenPieces;
      this.settings = settings;
      this.mostUnkept = mostUnkept;
    }
  }

  static Stream<Arguments> worlds() {
    return Stream.of(Spacing.values())
        .flatMap(spacing ->
            Stream.of(Scenario.values()).map(scenario -> Arguments.of(scenario, spacing)));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void aWorkerThatLivesEndsTheTurnAlone(Scenario scenario, Spacing spacing) {
    World world = new World(scenario, spacing);

    int deliveries = world.deliverUntilDone(CrashPoint.NONE);

    world.assertOneAnswer("");
    assertThat(deliveries).isEqualTo(scenario == Scenario.SHOWING_FAILS ? 2 : 1);
    assertThat(world.outcome()).isEqualTo(expected(scenario));
  }

  @TestFactory
  Stream<DynamicTest> aTurnOutlivesItsWorkerWhereverThatDies() {
    return Stream.of(Spacing.values())
        .flatMap(
            spacing -> Stream.of(Scenario.values()).flatMap(scenario -> deaths(scenario, spacing)));
  }

  private static Stream<DynamicTest> deaths(Scenario scenario, Spacing spacing) {
    List<String> calls = new World(scenario, spacing).callsOfTheFirstDelivery();
    assertThat(calls).hasSizeGreaterThan(5);
    return CrashPoint.of(calls)
        .map(point ->
            DynamicTest.dynamicTest(
                scenario + " " + spacing + " " + point.in(calls),
                () -> survives(scenario, spacing, point)));
  }

  private static void survives(Scenario scenario, Spacing spacing, CrashPoint point) {
    World world = new World(scenario, spacing);

    String seen = world.dieAt(point);
    world.deliverUntilDone(CrashPoint.NONE);

    world.assertOneAnswer(seen);
    assertThat(world.outcome()).isIn(expected(scenario), otherwise(scenario));
  }

  private static AnswerOutcome expected(Scenario scenario) {
    return switch (scenario) {
      case PLAIN, SHOWING_FAILS -> AnswerOutcome.COMPLETE;
      case CUT -> AnswerOutcome.CUT;
      case STOPPED -> AnswerOutcome.STOPPED;
      case FAILS_MIDWAY, FAILS_AT_ONCE -> AnswerOutcome.FAILED;
      case OUT_OF_TIME -> AnswerOutcome.OUT_OF_TIME;
    };
  }

  /** A worker that takes over has time of its own, so that its answer may become whole. */
  private static AnswerOutcome otherwise(Scenario scenario) {
    return scenario == Scenario.OUT_OF_TIME ? AnswerOutcome.COMPLETE : expected(scenario);
  }

  /** A table, a chat and a person, which outlive the workers. */
  private static final class World {
    private final Scenario scenario;
    private final Spacing spacing;
    private final SettableClock clock = new SettableClock();
    private final InMemoryTable table = new InMemoryTable();
    private final VisibleChat chat = new VisibleChat();
    private final TableTurnStore turns = new TableTurnStore(table, clock, Duration.ofDays(1));
    private final AtomicInteger workers = new AtomicInteger();
    private final TurnRequested request =
        new TurnRequested(
            1, "t1", CHANNEL, new ChannelReply("200"), "7", "Mia", "Why?", clock.instant());

    World(Scenario scenario, Spacing spacing) {
      this.scenario = scenario;
      this.spacing = spacing;
      turns.create("t1", CHANNEL, "7");
      chat.onShow(this::happen);
      chat.failToFinish(scenario == Scenario.SHOWING_FAILS ? 3 : 0);
    }

    /** What happens as soon as the second piece can be read. */
    private void happen(String shown) {
      if (shown.equals(PIECES.get(0) + PIECES.get(1))) {
        if (scenario == Scenario.STOPPED) {
          turns.requestStop("t1");
        } else if (scenario == Scenario.OUT_OF_TIME && workers.get() == 1) {
          clock.advance(TIME);
        }
      }
    }

    List<String> callsOfTheFirstDelivery() {
      MortalWorker worker = worker(CrashPoint.NONE);
      deliver(worker);
      return worker.calls();
    }

    /** What could be read when the worker died. */
    String dieAt(CrashPoint point) {
      MortalWorker worker = worker(point);
      deliver(worker);
      assertThat(worker.isDead()).isTrue();
      return chat.visible();
    }

    int deliverUntilDone(CrashPoint first) {
      for (int delivery = 1; delivery <= MOST_DELIVERIES; delivery++) {
        clock.advance(LEASE.plusSeconds(1));
        if (deliver(worker(delivery == 1 ? first : CrashPoint.NONE))) {
          return delivery;
        }
      }
      throw new AssertionError("not done after " + MOST_DELIVERIES + " deliveries");
    }

    private static MortalWorker worker(CrashPoint point) {
      return new MortalWorker(point, Reply.class, AnswerListener.class);
    }

    /** Whether the queue may forget the message. */
    private boolean deliver(MortalWorker worker) {
      String name = "worker-" + workers.incrementAndGet();
      chat.nextWorker();
      Table seen = worker.port(Table.class, table);
      TurnPorts ports =
          new TurnPorts(
              new TableTurnStore(seen, clock, Duration.ofDays(1)),
              TableHistory.keepingFor(Duration.ofDays(1), seen, clock),
              worker.port(Replies.class, chat),
              worker.port(
                  LanguageModel.class,
                  new PiecewiseModel(
                      scenario, chat, Thread.currentThread(), this::passBetweenPieces)),
              new PromptWriter(10_000, clock),
              new UnshownAnswers(seen, clock, chat),
              new RecordingLog());
      RunTurn runTurn = new RunTurn(ports, clock, this::pause, spacing.settings, () -> name);
      try {
        runTurn.run(request, clock.instant().plus(TIME), true);
        return true;
      } catch (WorkerDiedException | ReplyException | TurnHeldException e) {
        return false;
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private void passBetweenPieces() {
      clock.advance(spacing.betweenPieces);
    }

    private boolean pause(Duration pause, Cancellation cancellation) {
      clock.advance(pause);
      return cancellation.isCancelled();
    }

    AnswerOutcome outcome() {
      return turns.find("t1").flatMap(Turn::outcome).orElseThrow();
    }

    /** One answer, whole or saying how it ended, and the same in the history; nothing else. */
    void assertOneAnswer(String seenBefore) {
      assertThat(chat.messages()).hasSize(1);
      Draft last = chat.messages().values().iterator().next();
      assertThat(last.actions()).isEmpty();
      assertThat(last.text()).startsWith(surelyKept(seenBefore));
      Optional<Entry> entry = remembered();
      String said = entry.map(Entry::text).orElse("");
      assertThat(WHOLE).startsWith(said);
      if (outcome() == AnswerOutcome.COMPLETE) {
        assertThat(last.text()).isEqualTo(WHOLE);
        assertThat(said).isEqualTo(WHOLE);
      } else {
        String note = last.text().substring(said.length()).strip();
        assertThat(note).containsPattern("^(⚠️|\\*)");
        entry.ifPresent(kept -> assertThat(kept.outcome()).isEqualTo(outcome()));
      }
      assertThat(turns.find("t1")).map(Turn::state).contains(TurnState.ENDED);
      assertThat(table.query(new Query("open-turns#" + CHANNEL.key(), "", false, 9))).isEmpty();
      assertThat(table.query(new Query("turn#t1", "", false, 9))).hasSize(1);
    }

    private Optional<Entry> remembered() {
      List<Entry> said =
          TableHistory.keepingFor(Duration.ofDays(1), table, clock).recent(CHANNEL, 9);
      assertThat(said).hasSizeLessThan(2);
      return said.stream().findFirst();
    }

    /** The part of the answer that was seen and must not be lost; a note below it is no part. */
    private String surelyKept(String seen) {
      int note = seen.indexOf("\n\n");
      String text = note < 0 ? seen : seen.substring(0, note);
      if (!WHOLE.startsWith(text)) {
        return "";
      }
      return note < 0 ? withoutLast(spacing.mostUnkept, text) : text;
    }

    private static String withoutLast(int pieces, String text) {
      String left = text;
      for (int i = PIECES.size(), cut = 0; i > 0 && cut < pieces; i--) {
        if (left.endsWith(PIECES.get(i - 1))) {
          left = left.substring(0, left.length() - PIECES.get(i - 1).length());
          cut++;
        }
      }
      return left;
    }
  }

  /**
   * A model that says each piece once the one before was shown and the streamer waits for more:
   * time passes while it waits, and each run makes the same calls.
   */
  private record PiecewiseModel(
      Scenario scenario, VisibleChat chat, Thread streamer, Runnable beforeEach)
      implements LanguageModel {
    @Override
    public ModelName name() {
      return new ModelName("scripted", "s-1");
    }

    @Override
    public Ending answer(Prompt prompt, AnswerListener listener, CallOptions options) {
      if (scenario == Scenario.FAILS_AT_ONCE) {
        return new Ending.Failed(new Failure.Unauthorized(401));
      }
      String said = "";
      for (String piece : PIECES) {
        boolean cancelled =
            isCancelledBefore(() -> streamer.getState() == Thread.State.TIMED_WAITING, options);
        if (cancelled || options.cancellation().isCancelled()) {
          return new Ending.Cancelled();
        }
        beforeEach.run();
        listener.text(piece);
        said += piece;
        String shown = said;
        if (isCancelledBefore(() -> chat.newest().equals(shown), options)) {
          return new Ending.Cancelled();
        }
        boolean second = piece.equals(PIECES.get(1));
        if (second && scenario == Scenario.FAILS_MIDWAY) {
          return new Ending.Failed(new Failure.BrokenOff());
        }
      }
      return new Ending.Complete(Usage.unknown(), scenario == Scenario.CUT);
    }

    private boolean isCancelledBefore(BooleanSupplier awaited, CallOptions options) {
      for (int i = 0; i < MOST_LOOKS; i++) {
        if (awaited.getAsBoolean()) {
          return false;
        }
        if (options.cancellation().cancelledWithin(Duration.ofMillis(1))) {
          return true;
        }
      }
      throw new IllegalStateException("nobody waits for more, or shows it: " + chat.messages());
    }
  }
}
