package dev.gatehouse.discord.rest;

import dev.gatehouse.contracts.Secret;
import java.io.IOException;

/** Adds the bot's token to the calls that need it; an interaction's token is in its path. */
final class AuthorizationExchange implements Exchange {
  private final Secret token;
  private final Exchange next;

  AuthorizationExchange(Secret token, Exchange next) {
    this.token = token;
    this.next = next;
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    return next.exchange(
        switch (request.route().credential()) {
          case BOT -> request.withHeader("Authorization", "Bot " + token.reveal());
          case INTERACTION_TOKEN -> request;
        });
  }
}
