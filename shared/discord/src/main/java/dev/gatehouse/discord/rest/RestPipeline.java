package dev.gatehouse.discord.rest;

import dev.gatehouse.contracts.retry.Backoff;
import java.time.Duration;

/** The decorators of a client, from the bottom up: the last one sees a call first. */
final class RestPipeline {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_RETRY_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_ACKNOWLEDGEMENT_PAUSE = Duration.ofSeconds(2);

  private RestPipeline() {}

  static Exchange over(Exchange bottom, DiscordRestConfig config, RateLimits limits, Time time) {
    Exchange exchange = new AuthorizationExchange(config.token(), bottom);
    exchange = new UserAgentExchange(config.userAgent(), exchange);
    exchange = new MetricsExchange(config.metrics(), time, exchange);
    exchange = new BreakerExchange(BreakerExchange.MOST_INVALID, time, exchange);
    exchange = new GlobalLimitExchange(config.globalPerSecond(), time, exchange);
    exchange = new CloudflareExchange(time, exchange);
    exchange = new RateLimitExchange(limits, config.metrics(), time, exchange);
    exchange = new RetryExchange(config.attempts(), retries(config), time, exchange);
    return new AcknowledgementExchange(acknowledgements(config), time, exchange);
  }

  private static Backoff retries(DiscordRestConfig config) {
    return new Backoff(FIRST_PAUSE, LONGEST_RETRY_PAUSE, config.random());
  }

  private static Backoff acknowledgements(DiscordRestConfig config) {
    return new Backoff(FIRST_PAUSE, LONGEST_ACKNOWLEDGEMENT_PAUSE, config.random());
  }
}
