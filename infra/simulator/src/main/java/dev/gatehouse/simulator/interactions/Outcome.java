package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.state.Message;
import java.util.Optional;

/** How an application met an interaction at first. */
public sealed interface Outcome {
  /** With a message, new or changed. */
  record Answered(Message message) implements Outcome {}

  /** It will answer later; with the message that says so, unless it is to change an old one. */
  record Deferred(Optional<Message> message) implements Outcome {}

  /** With suggestions. */
  record Suggested(ArrayNode choices) implements Outcome {}

  /** With a dialogue. */
  record Asked(ObjectNode modal) implements Outcome {}

  /** Not at all, or wrongly. */
  record Failed(String reason) implements Outcome {}
}
