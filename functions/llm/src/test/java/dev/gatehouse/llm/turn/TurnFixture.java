package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnClaim;
import dev.gatehouse.assistant.turn.TurnLease;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.assistant.unshown.UnshownAnswers;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.llm.prompt.PromptWriter;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A turn with everything around it: real stores over a table in memory, a fake chat and model. */
final class TurnFixture {
  static final ConversationId CHANNEL = new ConversationId(new Platform("discord"), "100");
  static final Duration LEASE = Duration.ofSeconds(30);
  static final Duration POLL = Duration.ofMillis(5);

  final SettableClock clock = new SettableClock();
  final InMemoryTable table = new InMemoryTable();
  final TableTurnStore turns;
  final TableHistory history;
  final UnshownAnswers unshown;
  final FakeReplies replies = new FakeReplies();
  final ScriptedModel model = new ScriptedModel();
  final RecordingLog log = new RecordingLog();
  final TurnRequested request =
      new TurnRequested(
          1,
          "t1",
          CHANNEL,
          new ReplyTarget.ChannelReply("200"),
          "7",
          "Mia",
          "Why is the build red?",
          clock.instant());

  private final AtomicInteger attempts = new AtomicInteger();
  private final RunTurn runTurn;

  TurnFixture() {
    this(table -> table);
  }

  /**
   * A turn whose worker sees the table through something.
   *
   * @param seen asked for once the turn is noted
   */
  TurnFixture(UnaryOperator<Table> seen) {
    new TableTurnStore(table, clock, Duration.ofDays(1)).create("t1", CHANNEL, "7");
    TableHistory.keepingFor(Duration.ofDays(1), table, clock)
        .append(
            CHANNEL, new Entry("m1", Entry.Role.USER, "Mia", request.prompt(), clock.instant()));
    Table workers = seen.apply(table);
    unshown = new UnshownAnswers(workers, clock, replies);
    turns = new TableTurnStore(workers, clock, Duration.ofDays(1));
    history = TableHistory.keepingFor(Duration.ofDays(1), workers, clock);
    StreamingSettings settings =
        new StreamingSettings(
            Duration.ZERO,
            POLL,
            Duration.ofSeconds(2),
            Duration.ZERO,
            LEASE,
            Duration.ofSeconds(5),
            Duration.ZERO);
    TurnPorts ports =
        new TurnPorts(
            turns, history, replies, model, new PromptWriter(10_000, clock), unshown, log);
    runTurn =
        new RunTurn(
            ports,
            clock,
            (pause, cancellation) -> {
              clock.advance(pause);
              return cancellation.isCancelled();
            },
            settings,
            () -> "worker-" + attempts.incrementAndGet());
  }

  /** Runs the turn to its end, with ten minutes of time. */
  void run() throws InterruptedException {
    runTurn.run(request, clock.instant().plus(Duration.ofMinutes(10)), true);
  }

  /** Runs the turn as a later delivery does. */
  void runAgain() throws InterruptedException {
    runTurn.run(request, clock.instant().plus(Duration.ofMinutes(10)), false);
  }

  /** Runs the turn on a thread of its own. */
  CompletableFuture<Void> start() {
    Instant deadline = clock.instant().plus(Duration.ofMinutes(10));
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            runTurn.run(request, deadline, true);
            done.complete(null);
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  TurnState state() {
    return turns.find("t1").orElseThrow().state();
  }

  Optional<AnswerOutcome> ended() {
    return turns.find("t1").filter(turn -> turn.state() == TurnState.ENDED).flatMap(Turn::outcome);
  }

  /** A worker takes the turn, does as told, and is gone until its lease is over. */
  void crashed(Consumer<TurnLease> before) {
    before.accept(take("crashed", LEASE));
    clock.advance(LEASE.plusSeconds(1));
  }

  TurnLease take(String worker, Duration length) {
    return ((TurnClaim.Taken) turns.claim(request, worker, length)).lease();
  }

  List<String> remembered() {
    return history.recent(CHANNEL, 100).stream()
        .filter(entry -> entry.role() == Entry.Role.ASSISTANT)
        .map(Entry::text)
        .toList();
  }

  String outcome() {
    return log.reports.getLast().outcome();
  }
}
