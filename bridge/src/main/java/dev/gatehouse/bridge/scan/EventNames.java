package dev.gatehouse.bridge.scan;

import org.jspecify.annotations.Nullable;

/** Event names seen so far, so that a name is made of bytes once only. Bounded. */
final class EventNames {
  private static final int SLOTS = 512;

  private final @Nullable EventName[] slots = new EventName[SLOTS];

  /** The name that lies between two positions. */
  EventName of(byte[] text, int from, int to) {
    int slot = slotOf(text, from, to);
    EventName known = slots[slot];
    if (known != null && known.matches(text, from, to)) {
      return known;
    }
    EventName name = new EventName(Text.plain(text, from, to));
    slots[slot] = name;
    return name;
  }

  private static int slotOf(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 15) & (SLOTS - 1);
  }
}
