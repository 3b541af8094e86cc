package dev.gatehouse.conversation.wiring;

import dev.gatehouse.conversation.batch.QueueRecord;
import dev.gatehouse.conversation.event.Events;
import java.util.function.Supplier;

/** Wires the use cases with the first record: before it, nothing outside is called. */
public final class LazyEvents {
  private final Memo<Events> events;

  public LazyEvents(Supplier<Events> maker) {
    this.events = new Memo<>(maker);
  }

  /** Handles one record of the queue. */
  public void handle(QueueRecord record) {
    events.get().handle(record.body());
  }
}
