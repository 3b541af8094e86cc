package dev.gatehouse.llm.adapter;

import java.io.IOException;
import java.time.Duration;

/** The provider kept silent for too long. */
final class StalledException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Duration silence;

  StalledException(Duration silence) {
    super("nothing came for " + silence);
    this.silence = silence;
  }

  Duration silence() {
    return silence;
  }
}
