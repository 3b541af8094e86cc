package dev.gatehouse.conversation.event;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.conversation.place.Place;
import dev.gatehouse.conversation.place.Places;
import dev.gatehouse.conversation.port.ChatSource;
import java.time.Instant;
import java.util.Optional;

/** Where we take part, and how far we have read there. */
public final class Presence {
  private final Places places;
  private final ChatSource chat;

  public Presence(Places places, ChatSource chat) {
    this.places = places;
    this.chat = chat;
  }

  /** Whether this is a thread that we were called into. */
  boolean calledInThread(ConversationId conversation) {
    return places.find(conversation).filter(Place::thread).isPresent();
  }

  /** Somebody called us here. Only a new place has to be looked at. */
  void called(ConversationId conversation, Optional<String> guildId, Place.Seen seen) {
    Optional<Place> known = places.find(conversation);
    boolean thread =
        guildId.isPresent()
            && known.map(Place::thread).orElseGet(() -> chat.isThread(conversation));
    Instant since = known.map(Place::since).orElse(seen.at());
    places.join(new Place(conversation, guildId, thread, since, seen));
  }

  /** Something was written here that is not for us. */
  void read(ConversationId conversation, Place.Seen seen) {
    places.seen(conversation, seen);
  }
}
