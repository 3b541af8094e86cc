package dev.gatehouse.simulator.rest;

/**
 * What a route leads to.
 *
 * @param locked whether it runs under the world's lock; those that wait for a network do not
 * @param authenticated whether it needs a bot token
 */
public record RestRoute(Endpoint endpoint, boolean locked, boolean authenticated) {

  /** For bots. */
  static RestRoute bot(Endpoint endpoint) {
    return new RestRoute(endpoint, true, true);
  }

  /** For bots, and it may wait. */
  static RestRoute waiting(Endpoint endpoint) {
    return new RestRoute(endpoint, false, true);
  }

  /** For whoever has the token that stands in the path. */
  static RestRoute open(Endpoint endpoint) {
    return new RestRoute(endpoint, true, false);
  }
}
