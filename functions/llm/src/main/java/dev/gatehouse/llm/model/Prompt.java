package dev.gatehouse.llm.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model is asked.
 *
 * @param system how to behave
 * @param messages oldest first; the last one is the question
 */
public record Prompt(String system, List<PromptMessage> messages) {
  public Prompt {
    messages = List.copyOf(messages);
    if (messages.isEmpty() || messages.getLast().role() != PromptMessage.Role.USER) {
      throw new IllegalArgumentException("messages: the last one must be a user's question");
    }
  }

  /** The question itself. */
  public PromptMessage question() {
    return messages.getLast();
  }

  /** What was said before the question, oldest first. */
  public List<PromptMessage> earlier() {
    return messages.subList(0, messages.size() - 1);
  }

  /**
   * All messages, each with its author's name in its text. Neighbours of one role become one
   * message and an answer without a question before it is left out, since providers want users and
   * the model to take turns, a user first.
   */
  public List<PromptMessage> takingTurns() {
    List<PromptMessage> merged = new ArrayList<>();
    for (PromptMessage message : messages) {
      String text = message.attributed();
      if (merged.isEmpty() && message.role() == PromptMessage.Role.ASSISTANT) {
        continue;
      }
      if (!merged.isEmpty() && merged.getLast().role() == message.role()) {
        text = merged.removeLast().text() + "\n\n" + text;
      }
      merged.add(new PromptMessage(message.role(), "", text));
    }
    return merged;
  }

  /** Without the text: logs carry no message content. */
  @Override
  public String toString() {
    return "Prompt[" + messages.size() + " messages]";
  }
}
