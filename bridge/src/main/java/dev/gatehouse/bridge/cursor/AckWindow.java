package dev.gatehouse.bridge.cursor;

import java.util.BitSet;

/**
 * The highest sequence number up to which every event is settled, while acknowledgements come in
 * any order. Numbers that the gateway skipped count as settled. Safe for use by several threads.
 */
final class AckWindow {
  private static final int COMPACT_AT = 4096;

  private final BitSet settled = new BitSet();
  private long base;
  private long contiguous;
  private long arrived;

  /** Starts with everything up to {@code settledUpTo} settled. */
  AckWindow(long settledUpTo) {
    base = settledUpTo;
    contiguous = settledUpTo;
    arrived = settledUpTo;
  }

  /**
   * An event came; whatever number was left out before it counts as settled, unless it comes late
   * after all: then it is open again, and so is all behind it.
   */
  synchronized void arrived(long sequence) {
    if (sequence <= contiguous) {
      reopen(sequence);
    } else if (sequence <= arrived) {
      settled.clear(index(sequence));
    }
    if (sequence > arrived + 1) {
      settleSkipped(arrived + 1, sequence);
    }
    arrived = Math.max(arrived, sequence);
  }

  /** The event needs no further care. */
  synchronized void settled(long sequence) {
    if (sequence == contiguous + 1 && settled.isEmpty()) {
      contiguous = sequence;
      base = sequence;
    } else if (sequence > contiguous) {
      settled.set(index(sequence));
      advance();
    }
  }

  /** Everything up to this number is settled. */
  synchronized long contiguous() {
    return contiguous;
  }

  /** The highest number that came. */
  synchronized long newest() {
    return arrived;
  }

  private void reopen(long sequence) {
    BitSet rest = settled.get(index(contiguous + 1), settled.length());
    long behind = contiguous;
    base = sequence - 1;
    contiguous = base;
    settled.clear();
    settled.set(index(sequence + 1), index(behind + 1));
    rest.stream().forEach(bit -> settled.set(index(behind + 1) + bit));
  }

  private void settleSkipped(long from, long to) {
    settled.set(index(from), index(to));
    advance();
  }

  private int index(long sequence) {
    return Math.toIntExact(sequence - base - 1);
  }

  private void advance() {
    int open = settled.nextClearBit(index(contiguous + 1));
    contiguous = base + open;
    if (settled.length() == open) {
      settled.clear();
      base = contiguous;
    } else if (open >= COMPACT_AT) {
      compact(open);
    }
  }

  private void compact(int settledBits) {
    BitSet rest = settled.get(settledBits, settled.length());
    settled.clear();
    settled.or(rest);
    base = contiguous;
  }
}
