package dev.gatehouse.discord.rest;

import java.io.IOException;

/** Holds every call back for as long as the proxy in front of Discord refuses our address. */
final class CloudflareExchange implements Exchange {
  private final Pause pause;
  private final Exchange next;

  CloudflareExchange(Time time, Exchange next) {
    this.pause = new Pause(time);
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    pause.await();
    ApiResponse response = next.exchange(request);
    TooManyRequests.in(response)
        .filter(refused -> refused.scope() == TooManyRequests.Scope.CLOUDFLARE)
        .ifPresent(refused -> pause.begin(refused.retryAfter()));
    return response;
  }
}
