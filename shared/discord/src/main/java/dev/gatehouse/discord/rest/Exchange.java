package dev.gatehouse.discord.rest;

import java.io.IOException;

/** One request, one answer, whatever its status. Decorators of this make up the client. */
@FunctionalInterface
public interface Exchange {
  /**
   * Sends the request and waits for the whole answer.
   *
   * @throws IOException when no answer came
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException;
}
