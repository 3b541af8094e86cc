package dev.gatehouse.discord.rest;

/**
 * The call was not made, because Discord would count it against us: the token was found invalid, or
 * so many calls failed that the next ones would ban our address.
 */
public final class DiscordRefusedException extends DiscordException {
  private static final long serialVersionUID = 1L;

  DiscordRefusedException(String message) {
    super(message);
  }
}
