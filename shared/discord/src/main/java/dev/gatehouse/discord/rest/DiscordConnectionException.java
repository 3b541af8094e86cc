package dev.gatehouse.discord.rest;

/**
 * No usable answer came: the network failed, the wait was interrupted, or the answer made no sense.
 */
public final class DiscordConnectionException extends DiscordException {
  private static final long serialVersionUID = 1L;

  DiscordConnectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
