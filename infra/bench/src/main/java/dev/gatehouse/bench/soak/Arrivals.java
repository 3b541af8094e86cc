package dev.gatehouse.bench.soak;

import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Checks messages as they come, and remembers a bit of each. Message ids rise with time, across
 * sessions too: that is the order of a channel.
 */
final class Arrivals {
  private final Sequences events = new Sequences();
  private final Map<String, Long> gaps = new HashMap<>();
  private final Map<String, Long> lastIds = new HashMap<>();
  private long twice;
  private long disordered;
  private long count;

  synchronized void accept(QueueMessage message) {
    switch (message) {
      case GatewayEvent event -> event(event);
      case GapDetected gap ->
          gaps.merge(sessionId(gap.session()), gap.lastDurableSequence(), Math::min);
      case InteractionReceived _, TurnRequested _, GatewayCommand _ ->
          throw new IllegalStateException("a bridge sends no " + message.getClass());
    }
  }

  /** How many events have come, each counted as often as it came. */
  synchronized long count() {
    return count;
  }

  synchronized Received received() {
    return new Received(events.copy(), Map.copyOf(gaps), twice, disordered);
  }

  /** The gateway's id, of what the bridge calls a session; a soak is given no id twice. */
  private static String sessionId(String name) {
    int beginning = name.lastIndexOf('.');
    return beginning < 0 ? name : name.substring(0, beginning);
  }

  private void event(GatewayEvent event) {
    count++;
    if (!events.add(sessionId(event.session()), event.sequence())) {
      twice++;
      return;
    }
    String channel = Objects.requireNonNullElse(event.channelId(), "");
    long id = MessageId.of(event.payload());
    if (id <= lastIds.getOrDefault(channel, 0L)) {
      disordered++;
    }
    lastIds.merge(channel, id, Math::max);
  }
}
