package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import java.util.List;
import java.util.Map;

/** One protocol's words for a request, and for a piece of the answer. */
interface ChatFormat {
  /** Where it is asked, below the base URL. */
  String path();

  /** Headers that carry the key. */
  Map<String, String> authorization(String key);

  /** The request for a streamed answer. */
  ObjectNode request(String model, Prompt prompt);

  /** Takes what a document of the stream, which is no error, says of the answer. */
  void read(JsonNode document, StreamedAnswer answer);

  /** What every protocol's request has: the model, and that the answer is to be streamed. */
  static ObjectNode streamed(String model) {
    return JsonNodeFactory.instance.objectNode().put("model", model).put("stream", true);
  }

  /** Messages with their roles and texts. */
  static ArrayNode messages(List<PromptMessage> all) {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    for (PromptMessage message : all) {
      String role =
          switch (message.role()) {
            case USER -> "user";
            case ASSISTANT -> "assistant";
          };
      messages.addObject().put("role", role).put("content", message.text());
    }
    return messages;
  }

  /** The same, with the system's text as the first. */
  static ArrayNode messagesWithSystem(Prompt prompt) {
    ArrayNode messages = messages(prompt.takingTurns());
    messages.insertObject(0).put("role", "system").put("content", prompt.system());
    return messages;
  }
}
