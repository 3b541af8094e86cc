package dev.gatehouse.llm.adapter;

import java.net.URI;

/** The protocols that models are spoken to in. */
public enum Protocol {
  ANTHROPIC("anthropic", "https://api.anthropic.com/v1", new AnthropicMessages()),
  OPENAI("openai", "https://api.openai.com/v1", new OpenAiChat()),
  OLLAMA("ollama", "http://localhost:11434", new OllamaChat());

  private final String provider;
  private final URI usualBaseUrl;
  private final ChatFormat format;

  Protocol(String provider, String usualBaseUrl, ChatFormat format) {
    this.provider = provider;
    this.usualBaseUrl = URI.create(usualBaseUrl);
    this.format = format;
  }

  /** The provider's name, as settings spell it. */
  public String provider() {
    return provider;
  }

  /** Where the provider itself serves it. */
  public URI usualBaseUrl() {
    return usualBaseUrl;
  }

  ChatFormat format() {
    return format;
  }
}
