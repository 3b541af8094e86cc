package dev.gatehouse.discord.rest;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The gates of all buckets in use. Those that nobody needs are forgotten now and then. */
final class BucketGates {
  private static final int FEW = 1_000;

  private final Time time;
  private final ConcurrentMap<String, BucketGate> gates = new ConcurrentHashMap<>();
  private volatile int sweepAt = FEW;

  BucketGates(Time time) {
    this.time = time;
  }

  /** The gate under this key, kept until it is {@link #leave left}. */
  BucketGate enter(String key, int limitOfNew) {
    sweepWhenMany();
    return gates.compute(
        key,
        (k, known) -> {
          BucketGate gate = known == null ? new BucketGate(time, limitOfNew) : known;
          gate.enter();
          return gate;
        });
  }

  void leave(String key) {
    gates.computeIfPresent(
        key,
        (k, gate) -> {
          gate.leave();
          return gate;
        });
  }

  @Nullable BucketGate find(String key) {
    return gates.get(key);
  }

  int size() {
    return gates.size();
  }

  private void sweepWhenMany() {
    if (gates.size() >= sweepAt) {
      gates.keySet().forEach(this::forgetIfUnused);
      sweepAt = Math.max(FEW, 2 * gates.size());
    }
  }

  private void forgetIfUnused(String key) {
    gates.computeIfPresent(key, (k, gate) -> gate.unused() ? null : gate);
  }
}
