package dev.gatehouse.discord.rest;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes no call that would get our address banned: none of the bot's after one was answered with
 * 401, for then its token is not valid, and none at all after too many invalid answers.
 */
final class BreakerExchange implements Exchange {
  /** Discord bans at 10,000 in ten minutes; other processes may share our address. */
  static final int MOST_INVALID = 9_000;

  private static final Logger LOG = LoggerFactory.getLogger(BreakerExchange.class);
  private static final int UNAUTHORIZED = 401;

  private final InvalidResponses invalid;
  private final Time time;
  private final Exchange next;
  private volatile boolean tokenRefused;

  BreakerExchange(int mostInvalid, Time time, Exchange next) {
    this.invalid = new InvalidResponses(mostInvalid);
    this.time = time;
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    refuseWhatWouldHarm(request.route());
    ApiResponse response = next.exchange(request);
    invalid.observe(response, time.nanos());
    if (response.status() == UNAUTHORIZED && isOfBot(request.route())) {
      tokenRefused = true;
      LOG.error("Discord refused the bot's token: no further call is made with it");
    }
    return response;
  }

  private void refuseWhatWouldHarm(Route route) {
    if (tokenRefused && isOfBot(route)) {
      throw new DiscordRefusedException(
          route
              + " was not called: Discord refused DISCORD_TOKEN; set the current token of the bot");
    }
    if (invalid.exhausted(time.nanos())) {
      throw new DiscordRefusedException(
          route
              + " was not called: too many calls were refused in the last ten minutes; check the"
              + " bot's permissions");
    }
  }

  private static boolean isOfBot(Route route) {
    return route.credential() == Route.Credential.BOT;
  }
}
