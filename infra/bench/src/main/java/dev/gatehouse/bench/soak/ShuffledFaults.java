package dev.gatehouse.bench.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Kinds of fault in random order, each once before any comes again. */
final class ShuffledFaults {
  private final RandomGenerator random;
  private final List<FaultKind> left = new ArrayList<>();

  ShuffledFaults(RandomGenerator random) {
    this.random = random;
  }

  FaultKind draw() {
    if (left.isEmpty()) {
      left.addAll(Arrays.asList(FaultKind.values()));
      Collections.shuffle(left, random);
    }
    return left.removeLast();
  }
}
