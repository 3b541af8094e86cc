package dev.gatehouse.conversation.event;

import dev.gatehouse.assistant.participation.Participation;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseClaim;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.queue.MessageLife;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.GapDetected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events may have been lost between two gateway sessions: fetches what was written since, wherever
 * we take part, and handles it as if it had just arrived. What arrived after all is recognised by
 * its message id.
 */
public final class GapHandler {
  private static final Logger LOG = LoggerFactory.getLogger(GapHandler.class);
  private static final int MOST_MESSAGES = 500;
  private static final long UNKNOWN_LAG = -1;

  /** The platform's clock is not ours, and an acknowledgement comes after its event. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Well within the function's own limit; the next delivery goes on with what is left. */
  private static final Duration AT_MOST = Duration.ofSeconds(20);

  /** All deliveries of a gap are one worker: its group lets one follow the other. */
  private static final String WORKER = "catch-up";

  private final Participations participations;
  private final MessageHandler messages;
  private final LeaseTable leases;
  private final InstantSource clock;

  public GapHandler(
      Participations participations,
      MessageHandler messages,
      LeaseTable leases,
      InstantSource clock) {
    this.participations = participations;
    this.messages = messages;
    this.leases = leases;
    this.clock = clock;
  }

  /** One conversation that cannot be read now does not keep the others from being caught up. */
  void handle(GapDetected gap, ChatSource chat) {
    Instant end = clock.instant().plus(AT_MOST);
    List<String> behind = new ArrayList<>();
    for (ConversationId conversation : concerned(gap, chat)) {
      if (!clock.instant().isBefore(end) || !caughtUp(conversation, gap, chat)) {
        behind.add(conversation.key());
      }
    }
    if (!behind.isEmpty()) {
      throw new CatchUpIncompleteException(gap, behind);
    }
  }

  private List<ConversationId> concerned(GapDetected gap, ChatSource chat) {
    return participations.active(gap.platform(), guild -> chat.arrivesOn(gap.shard(), guild));
  }

  private boolean caughtUp(ConversationId conversation, GapDetected gap, ChatSource chat) {
    try {
      switch (leases.claim(RowKeys.gap(gap, conversation), WORKER, AT_MOST, keptUnfinished())) {
        case LeaseClaim.Claimed(Lease lease) -> catchUp(conversation, gap, chat, lease);
        case LeaseClaim.Resumed(Lease lease) -> catchUp(conversation, gap, chat, lease);
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
    return List.of(
        Change.set(
            Item.TTL, Value.of(clock.instant().plus(MessageLife.OUTLIVED).getEpochSecond())));
  }

  private void catchUp(ConversationId conversation, GapDetected gap, ChatSource chat, Lease lease) {
    participations.find(conversation).ifPresent(joined -> read(joined, gap, chat));
    lease.finish(MessageLife.OUTLIVED, List.of());
  }

  /**
   * From the gap on, not from what was read last: the new session's events move that on while a gap
   * waits for its turn. In a thread, what people wrote before they called us is not for us.
   */
  private void read(Participation joined, GapDetected gap, ChatSource chat) {
    Instant gapBegan = gap.lastDurableAt().minus(MARGIN);
    Instant since = joined.thread() && joined.since().isAfter(gapBegan) ? joined.since() : gapBegan;
    List<IncomingMessage> missed =
        chat.messagesSince(joined.conversation(), since, joined.direct(), MOST_MESSAGES);
    missed.forEach(message -> messages.handle(message, joined.guildId(), UNKNOWN_LAG, chat));
    LOG.info("{}: {} messages to catch up", joined.conversation().key(), missed.size());
  }
}
