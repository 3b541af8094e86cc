package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.llm.model.Prompt;
import java.util.Map;

/**
 * Anthropic's <a href="https://docs.anthropic.com/en/api/messages-streaming">messages</a>. Blocks
 * and deltas of other kinds than text, such as thinking, and events that are unknown are left out.
 */
final class AnthropicMessages implements ChatFormat {
  private static final int MOST_ANSWER_TOKENS = 8192;

  @Override
  public String path() {
    return "/messages";
  }

  @Override
  public Map<String, String> authorization(String key) {
    return Map.of("x-api-key", key, "anthropic-version", "2023-06-01");
  }

  @Override
  public ObjectNode request(String model, Prompt prompt) {
    ObjectNode request = ChatFormat.streamed(model);
    request.put("max_tokens", MOST_ANSWER_TOKENS).put("system", prompt.system());
    request.set("messages", ChatFormat.messages(prompt.takingTurns()));
    return request;
  }

  @Override
  public void read(JsonNode event, StreamedAnswer answer) {
    switch (event.path("type").asText()) {
      case "message_start" -> count(event.path("message").path("usage"), answer);
      case "content_block_start" -> answer.content(event.path("content_block"));
      case "content_block_delta" -> answer.content(event.path("delta"));
      case "message_delta" -> {
        count(event.path("usage"), answer);
        answer.finish(event.path("delta").path("stop_reason"));
      }
      case "message_stop" -> answer.end();
      case "message" -> {
        answer.content(event.path("content"));
        count(event.path("usage"), answer);
        answer.finish(event.path("stop_reason"));
      }
      default -> {}
    }
  }

  private static void count(JsonNode usage, StreamedAnswer answer) {
    answer.count(usage.path("input_tokens"), usage.path("output_tokens"));
  }
}
