package dev.gatehouse.llm.turn;

import dev.gatehouse.llm.model.ModelName;
import dev.gatehouse.llm.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a turn went, without what was said.
 *
 * @param firstToken from taking the turn to the model's first text
 * @param outcome such as {@code complete}, {@code stopped} or the name of a failure
 */
public record TurnReport(
    String turnId,
    ModelName model,
    Optional<Duration> firstToken,
    Duration total,
    int characters,
    Usage usage,
    String outcome) {
  /** When a worker began, when the model first spoke, and what that cost. */
  record Course(Instant began, Optional<Instant> firstText, Usage usage) {
    /** No model was asked. */
    static Course unasked(Instant began) {
      return new Course(began, Optional.empty(), Usage.unknown());
    }

    Optional<Duration> firstToken() {
      return firstText.map(at -> Duration.between(began, at));
    }
  }
}
