package dev.gatehouse.llm.turn;

import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a turn began, when the model first spoke, and what it cost. */
record Course(Instant began, Optional<Instant> firstText, Usage usage) {
  /** No model was asked. */
  static Course unasked(Instant began) {
    return new Course(began, Optional.empty(), Usage.unknown());
  }

  static Course of(Instant began, Optional<Instant> firstText, Ending ending) {
    Usage usage =
        ending instanceof Ending.Complete(Usage counted, boolean _) ? counted : Usage.unknown();
    return new Course(began, firstText, usage);
  }

  Optional<Duration> firstToken() {
    return firstText.map(at -> Duration.between(began, at));
  }
}
