package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.llm.model.Prompt;
import java.util.Map;

/**
 * <a href="https://github.com/ollama/ollama/blob/main/docs/api.md">Ollama's chat</a>. What a model
 * thinks ({@code thinking}) is left out.
 */
public final class OllamaChat implements ChatFormat {
  /** Ollama cuts what is longer, silently, and by default at less. */
  public static final int CONTEXT = 8192;

  OllamaChat() {}

  @Override
  public String path() {
    return "/api/chat";
  }

  /** It asks for no key, and is told none. */
  @Override
  public Map<String, String> authorization(String key) {
    return Map.of();
  }

  @Override
  public ObjectNode request(String model, Prompt prompt) {
    ObjectNode request = ChatFormat.streamed(model);
    request.putObject("options").put("num_ctx", CONTEXT);
    request.set("messages", ChatFormat.messagesWithSystem(prompt));
    return request;
  }

  @Override
  public void read(JsonNode line, StreamedAnswer answer) {
    answer.content(line.path("message").path("content"));
    answer.count(line.path("prompt_eval_count"), line.path("eval_count"));
    answer.finish(line.path("done_reason"));
    if (line.path("done").asBoolean()) {
      answer.end();
    }
  }
}
