package dev.gatehouse.llm.turn;

import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time, how to let it pass, and how often things happen. */
public record Timekeeping(InstantSource clock, Pauses pauses, Pace pace) {
  Instant now() {
    return clock.instant();
  }

  void pause(Duration duration) {
    pauses.cancelledWithin(duration, new Cancellation());
  }
}
