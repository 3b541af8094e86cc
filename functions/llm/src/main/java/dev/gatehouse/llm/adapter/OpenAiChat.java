package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.llm.model.Prompt;
import java.util.Map;

/**
 * OpenAI's <a href="https://platform.openai.com/docs/api-reference/chat-streaming">chat
 * completions</a>, which many servers speak in their own way. Reasoning beside the content ({@code
 * reasoning_content}, {@code reasoning}) is left out.
 */
final class OpenAiChat implements ChatFormat {
  @Override
  public String path() {
    return "/chat/completions";
  }

  @Override
  public Map<String, String> authorization(String key) {
    return key.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + key);
  }

  @Override
  public ObjectNode request(String model, Prompt prompt) {
    ObjectNode request = ChatFormat.streamed(model);
    request.putObject("stream_options").put("include_usage", true);
    request.set("messages", ChatFormat.messagesWithSystem(prompt));
    return request;
  }

  @Override
  public void read(JsonNode chunk, StreamedAnswer answer) {
    JsonNode usage = chunk.path("usage");
    answer.count(usage.path("prompt_tokens"), usage.path("completion_tokens"));
    JsonNode choice = chunk.path("choices").path(0);
    // A server that does not stream sends the whole message where a delta would be.
    for (JsonNode part : new JsonNode[] {choice.path("delta"), choice.path("message")}) {
      answer.content(part.path("content"));
      answer.content(part.path("refusal"));
    }
    answer.finish(choice.path("finish_reason"));
  }
}
