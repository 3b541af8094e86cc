package dev.gatehouse.conversation.place;

import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A place's row, and the row that lists it among those of its platform. */
final class PlaceRow {
  static final String SEEN = "seen";
  static final String SEEN_AT = "seen_at";
  static final String LAG = "lag_ms";
  static final String GUILD = "guild";
  private static final String SINCE = "since";
  private static final String THREAD = "thread";

  private PlaceRow() {}

  static Key key(ConversationId conversation) {
    return new Key("place#" + conversation.key(), "place");
  }

  static String listPartition(Platform platform) {
    return "places#" + platform.name();
  }

  static Item row(Place place, long expiresAt) {
    Map<String, Value> attributes = new HashMap<>();
    attributes.put(THREAD, Value.of(place.thread()));
    attributes.put(SINCE, Value.of(place.since().toEpochMilli()));
    attributes.put(SEEN, Value.of(place.seen().eventId()));
    attributes.put(SEEN_AT, Value.of(place.seen().at().toEpochMilli()));
    attributes.put(LAG, Value.of(place.seen().lagMillis()));
    attributes.put(Item.TTL, Value.of(expiresAt));
    place.guildId().ifPresent(guild -> attributes.put(GUILD, Value.of(guild)));
    return new Item(key(place.conversation()), attributes);
  }

  static Item listing(Place place, long expiresAt) {
    ConversationId conversation = place.conversation();
    Map<String, Value> attributes = new HashMap<>();
    attributes.put(Item.TTL, Value.of(expiresAt));
    place.guildId().ifPresent(guild -> attributes.put(GUILD, Value.of(guild)));
    return new Item(
        new Key(listPartition(conversation.platform()), conversation.channelId()), attributes);
  }

  static Place place(ConversationId conversation, Item row) {
    Optional<String> guild = row.text(GUILD);
    Place.Seen seen =
        new Place.Seen(
            row.text(SEEN).orElse("0"),
            Instant.ofEpochMilli(row.number(SEEN_AT, 0)),
            row.number(LAG, -1));
    Instant since = Instant.ofEpochMilli(row.number(SINCE, 0));
    return new Place(conversation, guild, row.flag(THREAD), since, seen);
  }
}
