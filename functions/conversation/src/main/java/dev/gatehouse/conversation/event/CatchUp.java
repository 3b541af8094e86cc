package dev.gatehouse.conversation.event;

import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.conversation.place.Place;
import dev.gatehouse.conversation.place.Places;
import dev.gatehouse.conversation.port.ChatSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events may have been lost between two gateway sessions: fetches what was written since, wherever
 * we take part, and handles it as if it had just arrived. What arrived after all is recognised by
 * its message id.
 */
public final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final int MOST_PLACES = 500;
  private static final int MOST_MESSAGES = 500;
  private static final long UNKNOWN_LAG = -1;

  private final Places places;
  private final ChatSource chat;
  private final MessageArrived messages;

  public CatchUp(Places places, ChatSource chat, MessageArrived messages) {
    this.places = places;
    this.chat = chat;
    this.messages = messages;
  }

  /** One place that cannot be read now does not keep the others from being caught up. */
  void handle(GapDetected gap) {
    List<String> behind =
        places.active(gap.platform(), MOST_PLACES).stream()
            .filter(place -> belongsTo(place, gap.shard()))
            .filter(place -> !caughtUp(place))
            .map(place -> place.conversation().key())
            .toList();
    if (!behind.isEmpty()) {
      throw new CatchUpException(gap, behind);
    }
  }

  private boolean caughtUp(Place place) {
    try {
      List<IncomingMessage> missed =
          chat.messagesAfter(
              place.conversation(), place.seen().eventId(), place.direct(), MOST_MESSAGES);
      missed.forEach(message -> messages.handle(message, place.guildId(), UNKNOWN_LAG));
      LOG.info("{}: {} messages to catch up", place.conversation().key(), missed.size());
      return true;
    } catch (RuntimeException e) {
      LOG.warn("{} is not caught up: {}", place.conversation().key(), e.getMessage());
      return false;
    }
  }

  private static boolean belongsTo(Place place, Shard shard) {
    return place.guildId().map(guild -> Shards.of(guild, shard.count())).orElse(0) == shard.index();
  }
}
