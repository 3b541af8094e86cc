package dev.gatehouse.llm.adapter;

import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.Said;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;

/** Prompts as LangChain4j's messages. */
final class Messages {
  private Messages() {}

  /**
   * The prompt's messages. Neighbours of one role become one message and an answer without a
   * question before it is left out, since providers want users and the model to take turns, a user
   * first.
   */
  static List<ChatMessage> of(Prompt prompt) {
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(SystemMessage.from(prompt.system()));
    for (Said said : merged(prompt.messages())) {
      messages.add(
          switch (said.role()) {
            case USER -> UserMessage.from(said.text());
            case ASSISTANT -> AiMessage.from(said.text());
          });
    }
    return messages;
  }

  private static List<Said> merged(List<Said> all) {
    List<Said> merged = new ArrayList<>();
    for (Said said : all) {
      if (merged.isEmpty() && said.role() == Said.Role.ASSISTANT) {
        continue;
      }
      if (!merged.isEmpty() && merged.getLast().role() == said.role()) {
        String both = merged.removeLast().text() + "\n\n" + said.attributed();
        merged.add(new Said(said.role(), "", both));
      } else {
        merged.add(new Said(said.role(), "", said.attributed()));
      }
    }
    return merged;
  }
}
