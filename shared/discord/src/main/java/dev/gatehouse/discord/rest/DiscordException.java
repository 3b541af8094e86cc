package dev.gatehouse.discord.rest;

/** A call to Discord failed; the sub-classes say how. */
public abstract sealed class DiscordException extends RuntimeException
    permits DiscordApiException, DiscordConnectionException, DiscordRefusedException {
  private static final long serialVersionUID = 1L;

  DiscordException(String message) {
    super(message);
  }

  DiscordException(String message, Throwable cause) {
    super(message, cause);
  }
}
