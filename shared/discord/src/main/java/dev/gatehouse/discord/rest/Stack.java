package dev.gatehouse.discord.rest;

/** The decorators of a client, in order. */
final class Stack {
  private Stack() {}

  static Exchange over(Exchange bottom, DiscordRestConfig config, RateLimits limits, Time time) {
    Exchange exchange = new AuthorizationExchange(config.token(), bottom);
    exchange = new UserAgentExchange(config.userAgent(), exchange);
    return exchange;
  }
}
