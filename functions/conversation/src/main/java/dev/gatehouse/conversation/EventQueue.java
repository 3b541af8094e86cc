package dev.gatehouse.conversation;

import dev.gatehouse.conversation.event.Events;
import dev.gatehouse.lambda.SqsRecord;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles the event that a record of the queue holds, and says whether the queue may forget it. */
final class EventQueue {
  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

  private final Supplier<Events> events;

  EventQueue(Supplier<Events> events) {
    this.events = events;
  }

  /**
   * Handles one record. Whatever fails is left to another delivery, also what is malformed, since a
   * person finds it among the dead letters; the reason is logged at each, so also at the last.
   */
  boolean handle(SqsRecord record) {
    try {
      events.get().handle(record.body());
      return true;
    } catch (RuntimeException e) {
      LOG.warn("{} failed: {}: {}", record, e.getClass().getSimpleName(), e.getMessage());
      LOG.debug("where it failed", e);
      return false;
    }
  }
}
