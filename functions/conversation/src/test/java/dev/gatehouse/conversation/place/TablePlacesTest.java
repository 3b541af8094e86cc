package dev.gatehouse.conversation.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TablePlacesTest {
  private static final ConversationId HERE = new ConversationId(new Platform("discord"), "100");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOON);
  private final Places places = new TablePlaces(new InMemoryTable(), clock, Duration.ofDays(2));

  @Test
  void keepsAllOfAPlace() {
    Place place = place(HERE, "1001", NOON);
    places.join(place);

    assertThat(places.find(HERE)).contains(place);
    assertThat(places.active(new Platform("discord"), guild -> true)).containsExactly(HERE);
    assertThat(places.active(new Platform("stoat"), guild -> true)).isEmpty();
  }

  @Test
  void notesWhatWasReadLast() {
    places.join(place(HERE, "1001", NOON));
    places.seen(HERE, new Place.Seen("1002", NOON.plusSeconds(1), 7));

    assertThat(places.find(HERE))
        .map(Place::seen)
        .contains(new Place.Seen("1002", NOON.plusSeconds(1), 7));
  }

  @Test
  void olderNewsChangesNothing() {
    places.join(place(HERE, "1002", NOON));
    places.seen(HERE, new Place.Seen("1001", NOON.minusSeconds(1), 7));

    assertThat(places.find(HERE)).map(place -> place.seen().eventId()).contains("1002");
  }

  @Test
  void whereWeTakeNoPartNothingIsNoted() {
    places.seen(HERE, new Place.Seen("1001", NOON, 7));

    assertThat(places.find(HERE)).isEmpty();
    assertThat(places.active(new Platform("discord"), guild -> true)).isEmpty();
  }

  @Test
  void aPlaceThatIsNotUsedIsForgotten() {
    places.join(place(HERE, "1001", NOON));
    clock.advance(Duration.ofDays(2));

    assertThat(places.find(HERE)).isEmpty();
    assertThat(places.active(new Platform("discord"), guild -> true)).isEmpty();
  }

  @Test
  void listsTheWantedPlacesThatWereCalledLastFirst() {
    ConversationId there = new ConversationId(new Platform("discord"), "99");
    ConversationId elsewhere = new ConversationId(new Platform("discord"), "101");
    places.join(place(HERE, "1001", NOON));
    places.join(
        new Place(elsewhere, Optional.empty(), false, NOON, new Place.Seen("1002", NOON, -1)));
    clock.advance(Duration.ofSeconds(1));
    places.join(place(there, "1003", NOON));

    assertThat(places.active(new Platform("discord"), Optional::isPresent))
        .containsExactly(there, HERE);
    assertThat(places.active(new Platform("discord"), Optional::isEmpty))
        .containsExactly(elsewhere);
  }

  private static Place place(ConversationId conversation, String eventId, Instant at) {
    return new Place(conversation, Optional.of("50"), true, NOON, new Place.Seen(eventId, at, -1));
  }
}
