package dev.gatehouse.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.contracts.GapDetected;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the gateway has given out: what has to come out of the queue. */
final class Dispatched {
  private final JsonNode ledger;

  /**
   * @param ledger of the simulator
   */
  Dispatched(JsonNode ledger) {
    this.ledger = ledger;
  }

  /** How many sessions there were. */
  int sessions() {
    return ledger.path("sessions").size();
  }

  /** The last sequence number of the first session. */
  long lastSequence() {
    return ledger.path("sessions").path(0).path("last_seq").asLong();
  }

  /** Session and sequence number of each message. */
  Set<String> messages() {
    return messages(event -> true);
  }

  /** The same up to a sequence number. */
  Set<String> messagesUpTo(long sequence) {
    return messages(event -> event.path("seq").asLong() <= sequence);
  }

  /** The same without what a gap says may be missing. */
  Set<String> messagesOutside(GapDetected gap) {
    return messages(event ->
        !event.path("session_id").asText().equals(Arrivals.sessionId(gap.session()))
            || event.path("seq").asLong() <= gap.lastDurableSequence());
  }

  /** Discord's own id of each message: the same in every session that was given it. */
  Set<String> messageIds() {
    Set<String> ids = new TreeSet<>();
    for (JsonNode event : ledger.path("events")) {
      if (event.path("t").asText().equals("MESSAGE_CREATE")) {
        ids.add(event.path("id").asText());
      }
    }
    return ids;
  }

  private Set<String> messages(Predicate<JsonNode> wanted) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode event : ledger.path("events")) {
      if (event.path("t").asText().equals("MESSAGE_CREATE") && wanted.test(event)) {
        ids.add(event.path("session_id").asText() + "-" + event.path("seq").asLong());
      }
    }
    return ids;
  }
}
