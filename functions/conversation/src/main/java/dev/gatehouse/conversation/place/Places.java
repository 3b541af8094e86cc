package dev.gatehouse.conversation.place;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Remembers where we take part. */
public interface Places {
  /** The place, when we were called there and it was used lately. */
  Optional<Place> find(ConversationId conversation);

  /** Notes that we take part, and that this was read. */
  void join(Place place);

  /** Notes what was read last in a place that we take part in; older news changes nothing. */
  void seen(ConversationId conversation, Place.Seen seen);

  /**
   * Where we take part on the platform; first where we were called last.
   *
   * @param inGuild whether the conversations of a server, or those outside of any, are wanted
   */
  List<ConversationId> active(Platform platform, Predicate<Optional<String>> inGuild);
}
