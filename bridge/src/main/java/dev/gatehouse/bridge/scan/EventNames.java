package dev.gatehouse.bridge.scan;

import org.jspecify.annotations.Nullable;

/** Event names seen so far, so that a name is made of bytes once only. Bounded. */
final class EventNames {
  private static final int SLOTS = 512;

  private final @Nullable EventName[] slots = new EventName[SLOTS];

  /** The name that the last string of {@code json} holds. */
  EventName of(JsonBytes json) throws MalformedFrameException {
    int slot = slotOf(json.bytes(), json.stringStart(), json.stringEnd());
    EventName known = slots[slot];
    if (known != null && known.matches(json.bytes(), json.stringStart(), json.stringEnd())) {
      return known;
    }
    EventName name = new EventName(Text.of(json));
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
