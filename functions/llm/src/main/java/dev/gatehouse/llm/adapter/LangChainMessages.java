package dev.gatehouse.llm.adapter;

import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;

/** Prompts as LangChain4j's messages. */
final class LangChainMessages {
  private LangChainMessages() {}

  /**
   * The prompt's messages. Neighbours of one role become one message and an answer without a
   * question before it is left out, since providers want users and the model to take turns, a user
   * first.
   */
  static List<ChatMessage> of(Prompt prompt) {
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(SystemMessage.from(prompt.system()));
    for (PromptMessage message : merged(prompt.messages())) {
      messages.add(
          switch (message.role()) {
            case USER -> UserMessage.from(message.text());
            case ASSISTANT -> AiMessage.from(message.text());
          });
    }
    return messages;
  }

  private static List<PromptMessage> merged(List<PromptMessage> all) {
    List<PromptMessage> merged = new ArrayList<>();
    for (PromptMessage message : all) {
      if (merged.isEmpty() && message.role() == PromptMessage.Role.ASSISTANT) {
        continue;
      }
      if (!merged.isEmpty() && merged.getLast().role() == message.role()) {
        String both = merged.removeLast().text() + "\n\n" + message.attributed();
        merged.add(new PromptMessage(message.role(), "", both));
      } else {
        merged.add(new PromptMessage(message.role(), "", message.attributed()));
      }
    }
    return merged;
  }
}
