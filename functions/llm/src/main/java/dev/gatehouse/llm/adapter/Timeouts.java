package dev.gatehouse.llm.adapter;

import java.time.Duration;

/**
 * How long a provider may keep silent.
 *
 * @param connect until a connection stands
 * @param response until the response's head is there; a local model may have to be loaded first
 * @param stall between two pieces of the stream
 */
public record Timeouts(Duration connect, Duration response, Duration stall) {
  /** Patient enough for a model that thinks before it speaks. */
  public static Timeouts usual() {
    return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(120), Duration.ofSeconds(60));
  }
}
