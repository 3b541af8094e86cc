package dev.gatehouse.cli;

import dev.gatehouse.contracts.EventMessage;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A queue whose messages may end in a dead-letter queue, and the variable that holds its URL. */
enum SourceQueue {
  EVENTS("EVENTS_QUEUE_URL", "conversation"),
  TURNS("TURNS_QUEUE_URL", "llm"),
  COMMANDS("COMMANDS_QUEUE_URL", "bridge");

  private final String variable;
  private final String consumer;

  SourceQueue(String variable, String consumer) {
    this.variable = variable;
    this.consumer = consumer;
  }

  /**
   * The queue that the user named.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  static SourceQueue named(String name) {
    return Arrays.stream(values())
        .filter(queue -> queue.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--queue must be "
                    + Arrays.stream(values())
                        .map(SourceQueue::label)
                        .collect(Collectors.joining(", "))
                    + ", was '"
                    + name
                    + "'"));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String variable() {
    return variable;
  }

  /** Who takes from it, and so in whose log a failure is. */
  String consumer() {
    return consumer;
  }

  /** Whether its consumer takes messages of this kind. */
  boolean takes(QueueMessage message) {
    return switch (message) {
      case EventMessage _ -> this == EVENTS;
      case TurnRequested _ -> this == TURNS;
      case GatewayCommand _ -> this == COMMANDS;
    };
  }
}
