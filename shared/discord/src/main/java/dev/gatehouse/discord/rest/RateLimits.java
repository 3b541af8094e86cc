package dev.gatehouse.discord.rest;

/** The limits that Discord told us. */
final class RateLimits {
  RateLimits(Time time) {}

  Pace pace(Route route) {
    return Pace.UNKNOWN;
  }
}
