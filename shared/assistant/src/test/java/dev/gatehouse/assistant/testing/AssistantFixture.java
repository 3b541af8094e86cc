package dev.gatehouse.assistant.testing;

import dev.gatehouse.assistant.command.AskCommand;
import dev.gatehouse.assistant.command.AssistantCommands;
import dev.gatehouse.assistant.command.ClearCommand;
import dev.gatehouse.assistant.command.RateLimit;
import dev.gatehouse.assistant.command.RepeatedQuestions;
import dev.gatehouse.assistant.command.SettingsStatus;
import dev.gatehouse.assistant.command.StatusCommand;
import dev.gatehouse.assistant.command.StopTurn;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.processing.IdempotentProcessor;
import dev.gatehouse.assistant.processing.ReplyWriter;
import dev.gatehouse.assistant.question.QuestionWriter;
import dev.gatehouse.assistant.request.Outcome;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.assistant.turn.TurnClaim;
import dev.gatehouse.assistant.turn.TurnLease;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.assistant.unshown.UnshownAnswers;
import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.PlatformReplies;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.chat.SilentPlatform;
import dev.gatehouse.testkit.queue.InMemoryQueue;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole assistant on ports in memory, and requests to it. */
public final class AssistantFixture {
  /** How many questions a minute one person may ask here. */
  public static final int QUESTIONS_PER_MINUTE = 3;

  /** Where everything is asked. */
  public static final ConversationId HERE = new ConversationId(new Platform("discord"), "100");

  /** Who asks, unless somebody else is named. */
  public static final Author ADA = new Author("7", "Ada", Author.Kind.PERSON);

  /** Somebody else. */
  public static final Author BOB = new Author("8", "Bob", Author.Kind.PERSON);

  private static final Duration RETENTION = Duration.ofDays(30);

  public final SettableClock clock = new SettableClock();
  public final InMemoryTable table = new InMemoryTable();
  public final InMemoryQueue turnsQueue = new InMemoryQueue(clock);
  public final FakeReplies replies = new FakeReplies();
  public final History history = TableHistory.keepingFor(RETENTION, table, clock);
  public final TurnStore turns = new TableTurnStore(table, clock, RETENTION);
  public final Participations participations = new Participations(table, clock, RETENTION);
  private final ChatPlatforms platforms =
      ChatPlatforms.of(new FakePlatform(new SilentPlatform(HERE.platform()), replies));
  public final UnshownAnswers unshown =
      new UnshownAnswers(table, clock, new PlatformReplies(platforms));
  public final AssistantCommands commands =
      new AssistantCommands(
          new AskCommand(
              history,
              turns,
              turnsQueue,
              new RateLimit(table, clock, QUESTIONS_PER_MINUTE),
              new RepeatedQuestions(table, turns),
              new QuestionWriter(platforms, true),
              new PlatformReplies(platforms)),
          new StatusCommand(
              new SettingsStatus("a model", List.of("it is slow"), 30),
              history,
              turns,
              participations,
              unshown),
          new ClearCommand(history, turns),
          new StopTurn(turns));
  private final AtomicInteger attempts = new AtomicInteger();
  private final IdempotentProcessor processor =
      new IdempotentProcessor(
          commands,
          new LeaseTable(table, clock),
          new ReplyWriter(new PlatformReplies(platforms), unshown),
          () -> "worker-" + attempts.incrementAndGet(),
          clock);

  /** A question in a message of that id. */
  public Request question(String messageId, String text) {
    return message(messageId, ADA, new Content.Question(text));
  }

  /** A typed command in a message of that id, without its prefix. */
  public Request typed(String messageId, String line) {
    return message(messageId, ADA, new Content.CommandLine(line));
  }

  /** A message that asks something. */
  public Request message(String messageId, Author author, Content content) {
    return new Request(
        "m" + messageId,
        messageId,
        HERE,
        new Caller(author, false),
        content,
        List.of(),
        new ChannelReply(messageId),
        clock.instant(),
        5,
        true);
  }

  /** A slash command in an interaction of that id. */
  public Request called(String interactionId, String name) {
    return interaction(
        interactionId, new Caller(ADA, false), new Content.CommandCall(name, Map.of()));
  }

  /** An interaction that asks something. */
  public Request interaction(String interactionId, Caller caller, Content content) {
    return new Request(
        "i" + interactionId,
        interactionId,
        HERE,
        caller,
        content,
        List.of(),
        new InteractionReply(
            "800", Secret.of("token"), clock.instant().plus(Duration.ofMinutes(15))),
        clock.instant(),
        -1,
        true);
  }

  /** What becomes of the request. */
  public Outcome answer(Request request) {
    return commands.answer(request);
  }

  /** The text that the request is answered with at once. */
  public String text(Request request) {
    return switch (answer(request)) {
      case Outcome.Answered(String text) -> text;
      case Outcome.AnsweredPrivately(String text) -> text;
      case Outcome.Queued _, Outcome.Done _ -> throw new AssertionError("nothing was said");
    };
  }

  /** The request is delivered. */
  public void deliver(Request request) {
    processor.process(request);
  }

  /** A worker takes the turn. */
  public TurnLease taken(String turnId) {
    TurnRequested asked =
        queued().stream().filter(turn -> turn.turnId().equals(turnId)).findFirst().orElseThrow();
    return ((TurnClaim.Taken) turns.claim(asked, "llm", Duration.ofMinutes(1))).lease();
  }

  /** The llm function answers the turn. */
  public void answered(String turnId) {
    TurnLease lease = taken(turnId);
    history.append(HERE, new Entry(turnId, Entry.Role.ASSISTANT, "", "because", clock.instant()));
    lease.end();
  }

  /** The turns that were queued, in order. */
  public List<TurnRequested> queued() {
    return turnsQueue.accepted().stream()
        .map(message -> (TurnRequested) MessageCodec.decode(message.body()))
        .toList();
  }

  /** What is remembered. */
  public List<Entry> remembered() {
    return history.recent(HERE, 100);
  }
}
