package dev.gatehouse.discord.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the ids that were seen within a window, so that a replayed request is told from a new
 * one. Holds at most {@code capacity} ids and forgets the oldest first; what must hold across
 * processes needs a durable record as well. Safe for use by many threads.
 */
public final class ReplayGuard {
  private final Duration window;
  private final int capacity;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  /**
   * @param window how long an id is remembered, more than zero
   * @param capacity how many ids are remembered at most, 1 or more
   */
  public ReplayGuard(Duration window, int capacity) {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window must be positive, was " + window);
    }
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be 1 or more, was " + capacity);
    }
    this.window = window;
    this.capacity = capacity;
  }

  /** True when {@code id} was not seen within the window before {@code now}; it is seen now. */
  public synchronized boolean firstSeen(String id, Instant now) {
    forgetBefore(now.minus(window));
    if (seen.containsKey(id)) {
      return false;
    }
    makeRoom();
    seen.put(id, now);
    return true;
  }

  /** Forgets an id whose request could not be handled, so that its retry counts as the first. */
  public synchronized void forget(String id) {
    seen.remove(id);
  }

  private void forgetBefore(Instant horizon) {
    Iterator<Instant> oldestFirst = seen.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next().isBefore(horizon)) {
      oldestFirst.remove();
    }
  }

  private void makeRoom() {
    if (seen.size() == capacity) {
      Iterator<String> oldest = seen.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
