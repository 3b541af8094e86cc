package dev.gatehouse.llm.model;

/**
 * A model and who serves it.
 *
 * @param provider as {@code LLM_PROVIDER} names it, such as {@code anthropic}
 * @param model as the provider names it
 */
public record ModelName(String provider, String model) {
  @Override
  public String toString() {
    return provider + "/" + model;
  }
}
