package dev.gatehouse.llm.model;

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

  /** Without the text: logs carry no message content. */
  @Override
  public String toString() {
    return "Prompt[" + messages.size() + " messages]";
  }
}
