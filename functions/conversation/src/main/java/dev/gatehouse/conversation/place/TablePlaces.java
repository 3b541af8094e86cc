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
import java.util.List;
import java.util.Optional;

/** Places in rows of a table; a place that is not used for the retention is forgotten. */
public final class TablePlaces implements Places {
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
    table.put(PlaceRow.listing(place.conversation(), expiry()));
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
  public List<Place> active(Platform platform, int limit) {
    return table.query(new Query(PlaceRow.listPartition(platform), "", true, limit)).stream()
        .map(listing -> find(new ConversationId(platform, listing.key().sort())))
        .flatMap(Optional::stream)
        .toList();
  }

  private long expiry() {
    return clock.instant().plus(retention).getEpochSecond();
  }

  private boolean notExpired(Item row) {
    return row.number(Item.TTL, Long.MAX_VALUE) > clock.instant().getEpochSecond();
  }
}
