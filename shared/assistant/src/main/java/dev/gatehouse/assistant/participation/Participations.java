package dev.gatehouse.assistant.participation;

import dev.gatehouse.assistant.participation.Participation.LastRead;
import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which conversations we take part: a row for each, and one that lists it among those of its
 * platform. What is not used for the retention is forgotten.
 */
public final class Participations {
  private static final Logger LOG = LoggerFactory.getLogger(Participations.class);
  private static final int MOST_LISTED = 10_000;
  private static final String SEEN = "seen";
  private static final String SEEN_AT = "seen_at";
  private static final String LAG = "lag_ms";
  private static final String GUILD = "guild";
  private static final String SINCE = "since";
  private static final String THREAD = "thread";

  /** A call renews the time that a conversation is listed for. */
  private static final Comparator<Item> LAST_CALLED_FIRST =
      Comparator.comparingLong((Item listing) -> listing.number(Item.TTL, 0)).reversed();

  private final Table table;
  private final InstantSource clock;
  private final Duration retention;

  public Participations(Table table, InstantSource clock, Duration retention) {
    this.table = table;
    this.clock = clock;
    this.retention = retention;
  }

  /** What is known of the conversation, when we were called there and it was used lately. */
  public Optional<Participation> find(ConversationId conversation) {
    return table
        .get(RowKeys.participation(conversation))
        .filter(this::notExpired)
        .map(row -> read(conversation, row));
  }

  /** Whether this is a thread that we were called into. */
  public boolean calledIntoThread(ConversationId conversation) {
    return find(conversation).filter(Participation::thread).isPresent();
  }

  /**
   * Somebody called us: from now on we take part. The row is written before its listing, so that
   * what is listed is there.
   *
   * @param isThread whether the conversation is held in a thread; asked only when it is new to us,
   *     since it has to be looked up
   */
  public void called(
      ConversationId conversation,
      Optional<String> guildId,
      LastRead lastRead,
      BooleanSupplier isThread) {
    Optional<Participation> known = find(conversation);
    boolean thread =
        guildId.isPresent() && known.map(Participation::thread).orElseGet(isThread::getAsBoolean);
    Instant since = known.map(Participation::since).orElse(lastRead.at());
    write(new Participation(conversation, guildId, thread, since, lastRead));
  }

  /** Something was read that is not for us; nothing is noted where we take no part. */
  public void read(ConversationId conversation, LastRead lastRead) {
    Condition isNewer = Condition.belowOrMissing(SEEN_AT, lastRead.at().toEpochMilli());
    table.updateIf(
        RowKeys.participation(conversation),
        List.of(
            Change.set(SEEN, Value.of(lastRead.eventId())),
            Change.set(SEEN_AT, Value.of(lastRead.at().toEpochMilli())),
            Change.set(LAG, Value.of(lastRead.lagMillis()))),
        Condition.all(Condition.present(), isNewer));
  }

  /**
   * Where we take part on the platform; first where we were called last.
   *
   * @param inGuild whether the conversations of a server, or those outside of any, are wanted
   */
  public List<ConversationId> active(Platform platform, Predicate<Optional<String>> inGuild) {
    return listings(platform).stream()
        .filter(this::notExpired)
        .filter(listing -> inGuild.test(listing.text(GUILD)))
        .sorted(LAST_CALLED_FIRST)
        .map(listing -> new ConversationId(platform, listing.key().sort()))
        .toList();
  }

  private List<Item> listings(Platform platform) {
    List<Item> listings =
        table.query(new Query(RowKeys.participations(platform), "", true, MOST_LISTED));
    if (listings.size() == MOST_LISTED) {
      LOG.warn("there may be more conversations than the {} that are listed", MOST_LISTED);
    }
    return listings;
  }

  private void write(Participation participation) {
    Map<String, Value> listing = new HashMap<>();
    participation.guildId().ifPresent(guild -> listing.put(GUILD, Value.of(guild)));
    listing.put(Item.TTL, Value.of(clock.instant().plus(retention).getEpochSecond()));
    Map<String, Value> row = new HashMap<>(listing);
    row.put(THREAD, Value.of(participation.thread()));
    row.put(SINCE, Value.of(participation.since().toEpochMilli()));
    row.put(SEEN, Value.of(participation.lastRead().eventId()));
    row.put(SEEN_AT, Value.of(participation.lastRead().at().toEpochMilli()));
    row.put(LAG, Value.of(participation.lastRead().lagMillis()));
    ConversationId conversation = participation.conversation();
    table.put(new Item(RowKeys.participation(conversation), row));
    table.put(new Item(RowKeys.listedParticipation(conversation), listing));
  }

  private static Participation read(ConversationId conversation, Item row) {
    LastRead lastRead =
        new LastRead(
            row.text(SEEN).orElse("0"),
            Instant.ofEpochMilli(row.number(SEEN_AT, 0)),
            row.number(LAG, -1));
    return new Participation(
        conversation,
        row.text(GUILD),
        row.flag(THREAD),
        Instant.ofEpochMilli(row.number(SINCE, 0)),
        lastRead);
  }

  private boolean notExpired(Item row) {
    return row.number(Item.TTL, Long.MAX_VALUE) > clock.instant().getEpochSecond();
  }
}
