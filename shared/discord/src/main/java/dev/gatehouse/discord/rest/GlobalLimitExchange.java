package dev.gatehouse.discord.rest;

import java.io.IOException;
import java.time.Duration;

/**
 * Keeps the bot within the limit over all routes. Calls with an interaction's token are outside it;
 * should they be refused globally all the same, they wait on their own.
 *
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits#global-rate-limit">Global
 *     rate limit</a>
 */
final class GlobalLimitExchange implements Exchange {
  private final SlidingWindow window;
  private final Pause ofBot;
  private final Pause ofInteractions;
  private final Exchange next;

  GlobalLimitExchange(int perSecond, Time time, Exchange next) {
    this.window = new SlidingWindow(time, perSecond, Duration.ofSeconds(1));
    this.ofBot = new Pause(time);
    this.ofInteractions = new Pause(time);
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    return switch (request.route().credential()) {
      case INTERACTION_TOKEN -> held(ofInteractions, request);
      case BOT -> counted(request);
    };
  }

  private ApiResponse counted(ApiRequest request) throws IOException, InterruptedException {
    window.await();
    return held(ofBot, request);
  }

  private ApiResponse held(Pause pause, ApiRequest request)
      throws IOException, InterruptedException {
    pause.await();
    ApiResponse response = next.exchange(request);
    TooManyRequests.in(response)
        .filter(refused -> refused.scope() == TooManyRequests.Scope.GLOBAL)
        .ifPresent(refused -> pause.begin(refused.retryAfter()));
    return response;
  }
}
