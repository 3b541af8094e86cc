package dev.gatehouse.bridge;

import dev.gatehouse.bridge.api.ApiException;
import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.api.GatewaySource;
import dev.gatehouse.contracts.retry.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks where the gateway is until Discord answers; a wrong token ends the asking. */
final class GatewayLookup {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayLookup.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final GatewaySource api;
  private final Backoff backoff;
  private volatile String problem = "";

  GatewayLookup(GatewaySource api, RandomGenerator random) {
    this.api = api;
    this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
  }

  /** Why there is no answer yet; empty when nothing went wrong. */
  String problem() {
    return problem;
  }

  /**
   * Asks until there is an answer.
   *
   * @throws ApiException when Discord refuses the token: trying on would only get the address
   *     banned
   */
  GatewayInfo find() throws ApiException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        GatewayInfo info = api.gateway();
        problem = "";
        return info;
      } catch (ApiException e) {
        note(e.isUnauthorized() ? "DISCORD_TOKEN: Discord refused it" : e.getMessage());
        if (e.isUnauthorized()) {
          throw e;
        }
      } catch (IOException e) {
        note("DISCORD_API_URL: " + e);
      }
      Thread.sleep(backoff.after(attempt));
    }
  }

  private void note(@Nullable String message) {
    String reason = String.valueOf(message);
    problem = reason;
    LOG.atWarn().addKeyValue("reason", reason).log("cannot ask for the gateway's URL");
  }
}
