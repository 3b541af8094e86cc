package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.table.TableUnavailableException;
import java.util.Optional;

/** Calls one table, again where that may help. */
final class Caller {
  private final String table;
  private final Attempts attempts;
  private final Retries retries;

  Caller(String table, Attempts attempts, Retries retries) {
    this.table = table;
    this.attempts = attempts;
    this.retries = retries;
  }

  /**
   * Makes the call.
   *
   * @return the answer, or nothing when the call's condition did not hold
   */
  Optional<Answer> call(String operation, Parts parts) {
    boolean mayBeDone = false;
    int attempt = 1;
    while (true) {
      switch (attempts.attempt(table, operation, parts)) {
        case Outcome.Answered(Answer answer) -> {
          return Optional.of(answer);
        }
        case Outcome.ConditionFailed() -> {
          return conditionFailed(mayBeDone);
        }
        case Outcome.Failed failed -> {
          pauseAfter(attempt, failed);
          mayBeDone |= failed.trouble().mayBeDone();
          attempt++;
        }
      }
    }
  }

  TableUnavailableException unavailable(String reason) {
    return new TableUnavailableException("table " + table + ": " + reason, null);
  }

  /** The condition may have failed because an attempt before this one had changed the item. */
  private Optional<Answer> conditionFailed(boolean mayBeDone) {
    if (mayBeDone) {
      throw unavailable("whether the write was done is not known, an attempt was not answered");
    }
    return Optional.empty();
  }

  private void pauseAfter(int attempt, Outcome.Failed failed) {
    try {
      if (!retries.pauseAfter(attempt, failed.trouble())) {
        throw exception(failed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw exception(failed);
    }
  }

  private TableUnavailableException exception(Outcome.Failed failed) {
    String name = "table " + table + ": ";
    return new TableUnavailableException(
        name + failed.reason(), name + failed.summary(), failed.cause());
  }
}
