package dev.gatehouse.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the user wants done with dead letters.
 *
 * @param queue one queue; empty for each whose URL is set
 */
record DeadLetterCommand(Action action, Optional<SourceQueue> queue) {
  /** What can be done. */
  enum Action {
    LIST,
    REDRIVE
  }

  /**
   * Reads {@code [list|redrive] [--queue events|turns|commands]}.
   *
   * @throws IllegalArgumentException that says what it does not understand
   */
  static DeadLetterCommand parse(List<String> arguments) {
    Action action = Action.LIST;
    Optional<SourceQueue> queue = Optional.empty();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      switch (word) {
        case "list" -> action = Action.LIST;
        case "redrive" -> action = Action.REDRIVE;
        case "--queue" -> queue = Optional.of(SourceQueue.named(value(rest)));
        default -> throw new IllegalArgumentException("does not understand '" + word + "'");
      }
    }
    return new DeadLetterCommand(action, queue);
  }

  private static String value(Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("--queue needs a name: events, turns or commands");
    }
    return rest.pop();
  }
}
