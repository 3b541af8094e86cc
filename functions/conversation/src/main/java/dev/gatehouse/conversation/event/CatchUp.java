package dev.gatehouse.conversation.event;

import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseClaim;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.conversation.place.Place;
import dev.gatehouse.conversation.place.Places;
import dev.gatehouse.conversation.port.ChatSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events may have been lost between two gateway sessions: fetches what was written since, wherever
 * we take part, and handles it as if it had just arrived. What arrived after all is recognised by
 * its message id.
 */
public final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final int MOST_MESSAGES = 500;
  private static final long UNKNOWN_LAG = -1;

  /** The platform's clock is not ours, and an acknowledgement comes after its event. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Well within the function's own limit; the next delivery goes on with what is left. */
  private static final Duration AT_MOST = Duration.ofSeconds(20);

  /** As long as the queue and its dead letters keep a gap. */
  private static final Duration KEPT = Duration.ofDays(14);

  /** All deliveries of a gap are one worker: its group lets one follow the other. */
  private static final String WORKER = "catch-up";

  private final Places places;
  private final ChatSource chat;
  private final MessageArrived messages;
  private final LeaseTable leases;
  private final InstantSource clock;

  public CatchUp(
      Places places,
      ChatSource chat,
      MessageArrived messages,
      LeaseTable leases,
      InstantSource clock) {
    this.places = places;
    this.chat = chat;
    this.messages = messages;
    this.leases = leases;
    this.clock = clock;
  }

  /** One place that cannot be read now does not keep the others from being caught up. */
  void handle(GapDetected gap) {
    Instant end = clock.instant().plus(AT_MOST);
    List<String> behind = new ArrayList<>();
    for (ConversationId conversation : concerned(gap)) {
      if (!clock.instant().isBefore(end) || !caughtUp(conversation, gap)) {
        behind.add(conversation.key());
      }
    }
    if (!behind.isEmpty()) {
      throw new CatchUpException(gap, behind);
    }
  }

  private List<ConversationId> concerned(GapDetected gap) {
    return places.active(gap.platform(), guild -> belongsTo(guild, gap.shard()));
  }

  private boolean caughtUp(ConversationId conversation, GapDetected gap) {
    try {
      Key row = new Key("gap#" + gap.deduplicationId() + "#" + conversation.key(), "gap");
      switch (leases.claim(row, WORKER, AT_MOST, keptUnfinished())) {
        case LeaseClaim.Claimed(Lease lease) -> read(conversation, gap, lease);
        case LeaseClaim.Resumed(Lease lease) -> read(conversation, gap, lease);
        case LeaseClaim.Held held ->
            throw new IllegalStateException("held by another worker until " + held.until());
        case LeaseClaim.Finished _ -> {}
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn("{} is not caught up: {}", conversation.key(), e.getMessage());
      return false;
    }
  }

  private List<Change> keptUnfinished() {
    return List.of(Change.set(Item.TTL, Value.of(clock.instant().plus(KEPT).getEpochSecond())));
  }

  private void read(ConversationId conversation, GapDetected gap, Lease lease) {
    places.find(conversation).ifPresent(place -> read(place, gap));
    lease.finish(KEPT, List.of());
  }

  /**
   * From the gap on, not from what was read last: the new session's events move that on while a gap
   * waits for its turn. In a thread, what people wrote before they called us is not for us.
   */
  private void read(Place place, GapDetected gap) {
    Instant gapBegan = gap.lastDurableAt().minus(MARGIN);
    Instant since = place.thread() && place.since().isAfter(gapBegan) ? place.since() : gapBegan;
    List<IncomingMessage> missed =
        chat.messagesSince(place.conversation(), since, place.direct(), MOST_MESSAGES);
    missed.forEach(message -> messages.handle(message, place.guildId(), UNKNOWN_LAG));
    LOG.info("{}: {} messages to catch up", place.conversation().key(), missed.size());
  }

  private static boolean belongsTo(Optional<String> guildId, Shard shard) {
    return guildId.map(guild -> Shard.ofGuild(guild, shard.count()).index()).orElse(0)
        == shard.index();
  }
}
