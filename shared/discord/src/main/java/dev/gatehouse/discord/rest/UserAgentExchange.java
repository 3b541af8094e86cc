package dev.gatehouse.discord.rest;

import java.io.IOException;

/**
 * Says who is calling; Discord blocks those who do not.
 *
 * @see <a href="https://docs.discord.com/developers/reference#user-agent">User agent</a>
 */
final class UserAgentExchange implements Exchange {
  private final String userAgent;
  private final Exchange next;

  UserAgentExchange(String userAgent, Exchange next) {
    this.userAgent = userAgent;
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    return next.exchange(request.withHeader("User-Agent", userAgent));
  }
}
