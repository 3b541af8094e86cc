package dev.gatehouse.conversation.place;

import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places in rows of a table; a place that is not used for the retention is forgotten. */
public final class TablePlaces implements Places {
  private static final Logger LOG = LoggerFactory.getLogger(TablePlaces.class);
  private static final int MOST_LISTED = 10_000;

  /** A call renews the time that a place is listed for. */
  private static final Comparator<Item> LAST_CALLED_FIRST =
      Comparator.comparingLong((Item listing) -> listing.number(Item.TTL, 0)).reversed();

  private final Table table;
  private final InstantSource clock;
  private final Duration retention;

  public TablePlaces(Table table, InstantSource clock, Duration retention) {
    this.table = table;
    this.clock = clock;
    this.retention = retention;
  }

  @Override
  public Optional<Place> find(ConversationId conversation) {
    return table
        .get(PlaceRow.key(conversation))
        .filter(this::notExpired)
        .map(row -> PlaceRow.place(conversation, row));
  }

  /** Listed last: a place is listed only once it is there. */
  @Override
  public void join(Place place) {
    table.put(PlaceRow.row(place, expiry()));
    table.put(PlaceRow.listing(place, expiry()));
  }

  @Override
  public void seen(ConversationId conversation, Place.Seen seen) {
    List<Change> changes =
        List.of(
            Change.set(PlaceRow.SEEN, Value.of(seen.eventId())),
            Change.set(PlaceRow.SEEN_AT, Value.of(seen.at().toEpochMilli())),
            Change.set(PlaceRow.LAG, Value.of(seen.lagMillis())));
    Condition newer = Condition.belowOrMissing(PlaceRow.SEEN_AT, seen.at().toEpochMilli());
    table.updateIf(PlaceRow.key(conversation), changes, Condition.all(Condition.present(), newer));
  }

  @Override
  public List<ConversationId> active(Platform platform, Predicate<Optional<String>> inGuild) {
    return listings(platform).stream()
        .filter(this::notExpired)
        .filter(listing -> inGuild.test(listing.text(PlaceRow.GUILD)))
        .sorted(LAST_CALLED_FIRST)
        .map(listing -> new ConversationId(platform, listing.key().sort()))
        .toList();
  }

  private List<Item> listings(Platform platform) {
    List<Item> listings =
        table.query(new Query(PlaceRow.listPartition(platform), "", true, MOST_LISTED));
    if (listings.size() == MOST_LISTED) {
      LOG.warn("there may be more places than the {} that are listed", MOST_LISTED);
    }
    return listings;
  }

  private long expiry() {
    return clock.instant().plus(retention).getEpochSecond();
  }

  private boolean notExpired(Item row) {
    return row.number(Item.TTL, Long.MAX_VALUE) > clock.instant().getEpochSecond();
  }
}
