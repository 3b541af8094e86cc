package dev.gatehouse.conversation.testing;

import dev.gatehouse.assistant.command.SettingsStatus;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.settings.ConversationsTable;
import dev.gatehouse.assistant.testing.FakePlatform;
import dev.gatehouse.assistant.testing.FakeReplies;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.assistant.turn.TurnClaim;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.conversation.event.EventRouter;
import dev.gatehouse.conversation.wiring.Conversation;
import dev.gatehouse.conversation.wiring.Ports;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.blob.InMemoryBlobs;
import dev.gatehouse.testkit.crash.MortalWorker;
import dev.gatehouse.testkit.queue.InMemoryQueue;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole function on ports in memory. */
public final class ConversationFixture {
  /** How many questions a minute one person may ask here. */
  public static final int QUESTIONS_PER_MINUTE = 3;

  /** The channel that messages are written in, unless another one is named. */
  public static final ConversationId CHANNEL = new ConversationId(new Platform("discord"), "100");

  private static final SettingsStatus SETTINGS =
      new SettingsStatus(
          "stand-in (no language model is configured)",
          List.of("answers come from the stand-in"),
          30);

  public final SettableClock clock = new SettableClock();
  public final InMemoryTable table = new InMemoryTable();
  public final InMemoryQueue turnsQueue = new InMemoryQueue(clock);
  public final InMemoryBlobs claims = new InMemoryBlobs();
  public final FakeDiscord discord;
  public final FakeReplies replies = new FakeReplies();
  public final History history = TableHistory.keepingFor(Duration.ofDays(30), table, clock);
  public final TurnStore turns = new TableTurnStore(table, clock, Duration.ofDays(30));
  private final AtomicInteger attempts = new AtomicInteger();
  private final EventRouter events;

  /** A function whose bot has the user id {@link FakeDiscord#OURSELVES}. */
  public ConversationFixture() {
    this(FakeDiscord.OURSELVES);
  }

  /** A function whose bot has that user id. */
  public ConversationFixture(String ourselves) {
    discord = new FakeDiscord(ourselves);
    events =
        Conversation.on(
            new Ports(
                table,
                turnsQueue,
                Optional.of(claims),
                ChatPlatforms.of(new FakePlatform(discord, replies, discord.files())),
                clock,
                () -> "worker-" + attempts.incrementAndGet()),
            new ConversationsTable("conversations", SETTINGS.historyDays()),
            SETTINGS,
            QUESTIONS_PER_MINUTE,
            true);
  }

  /** The function as a worker has it that may die. */
  public EventRouter events(MortalWorker worker) {
    return Conversation.on(
        new Ports(
            worker.port(Table.class, table),
            worker.port(QueueSender.class, turnsQueue),
            Optional.of(claims),
            ChatPlatforms.of(
                new MortalPlatform(new FakePlatform(discord, replies, discord.files()), worker)),
            clock,
            () -> "mortal-" + attempts.incrementAndGet()),
        new ConversationsTable("conversations", SETTINGS.historyDays()),
        SETTINGS,
        QUESTIONS_PER_MINUTE,
        true);
  }

  public void receive(MessageJson message) {
    events.handle(message.body(clock.instant()));
  }

  public void receive(InteractionJson interaction) {
    events.handle(interaction.body(clock.instant()));
  }

  public void receive(String body) {
    events.handle(body);
  }

  /** The llm function answers the turn. */
  public void answered(String turnId) {
    TurnRequested asked =
        queued().stream().filter(turn -> turn.turnId().equals(turnId)).findFirst().orElseThrow();
    TurnClaim claim = turns.claim(asked, "llm", Duration.ofMinutes(1));
    history.append(
        CHANNEL, new Entry(turnId, Entry.Role.ASSISTANT, "", "because", clock.instant()));
    ((TurnClaim.Taken) claim).lease().end();
  }

  /** The turns that were queued, in order. */
  public List<TurnRequested> queued() {
    return turnsQueue.accepted().stream()
        .map(message -> (TurnRequested) MessageCodec.decode(message.body()))
        .toList();
  }

  /** What is remembered of the channel. */
  public List<Entry> remembered() {
    return history.recent(CHANNEL, 100);
  }
}
