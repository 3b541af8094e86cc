package dev.gatehouse.llm.adapter;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;

/** The protocols that models are spoken to in. */
public enum Protocol {
  /** <a href="https://docs.anthropic.com/en/api/messages-streaming">LangChainMessages</a>. */
  ANTHROPIC("anthropic", "https://api.anthropic.com/v1") {
    @Override
    StreamingChatModel model(ModelEndpoint endpoint, String key, HttpClientBuilder http) {
      return AnthropicStreamingChatModel.builder()
          .httpClientBuilder(http)
          .baseUrl(endpoint.baseUrl().toString())
          .apiKey(key)
          .modelName(endpoint.model())
          .maxTokens(MOST_ANSWER_TOKENS)
          .build();
    }
  },
  /**
   * <a href="https://platform.openai.com/docs/api-reference/chat-streaming">Chat completions</a>.
   */
  OPENAI("openai", "https://api.openai.com/v1") {
    @Override
    StreamingChatModel model(ModelEndpoint endpoint, String key, HttpClientBuilder http) {
      return OpenAiStreamingChatModel.builder()
          .httpClientBuilder(http)
          .baseUrl(endpoint.baseUrl().toString())
          .apiKey(key)
          .modelName(endpoint.model())
          .build();
    }
  },
  /** <a href="https://github.com/ollama/ollama/blob/main/docs/api.md">Ollama's chat</a>. */
  OLLAMA("ollama", "http://localhost:11434") {
    @Override
    StreamingChatModel model(ModelEndpoint endpoint, String key, HttpClientBuilder http) {
      return OllamaStreamingChatModel.builder()
          .httpClientBuilder(http)
          .baseUrl(endpoint.baseUrl().toString())
          .modelName(endpoint.model())
          .numCtx(OLLAMA_CONTEXT)
          .build();
    }
  };

  /** Ollama cuts what is longer, silently, and by default at less. */
  public static final int OLLAMA_CONTEXT = 8192;

  private static final int MOST_ANSWER_TOKENS = 8192;

  private final String provider;
  private final URI usualBaseUrl;

  Protocol(String provider, String usualBaseUrl) {
    this.provider = provider;
    this.usualBaseUrl = URI.create(usualBaseUrl);
  }

  /** The provider's name, as settings spell it. */
  public String provider() {
    return provider;
  }

  /** Where the provider itself serves it. */
  public URI usualBaseUrl() {
    return usualBaseUrl;
  }

  abstract StreamingChatModel model(ModelEndpoint endpoint, String key, HttpClientBuilder http);
}
