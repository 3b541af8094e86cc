package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.GatewayEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What has come out of the queue, in the order in which it came. */
record Arrivals(List<GatewayEvent> events) {
  /** Discord's id of the session, and the sequence number, of each. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    events.forEach(event -> ids.add(sessionId(event.session()) + "-" + event.sequence()));
    return ids;
  }

  /** The id that Discord gave a session, of what the session is called on the queue. */
  static String sessionId(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** Promises 1 and 3: what Discord dispatched has come, once each, in order per channel. */
  void assertAre(Set<String> dispatched) {
    assertThat(dispatched.isEmpty()).isFalse();
    assertThat(ids()).isEqualTo(dispatched);
    assertOnceEachInOrder();
  }

  /** Promise 3. */
  void assertOnceEachInOrder() {
    Map<String, Long> last = new HashMap<>();
    for (GatewayEvent event : events) {
      String channel = event.session() + " in " + event.channelId();
      long before = last.getOrDefault(channel, 0L);
      assertThat(before < event.sequence()).as("order of " + channel).isTrue();
      last.put(channel, event.sequence());
    }
  }
}
