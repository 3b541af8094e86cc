package dev.gatehouse.discord.rest;

import java.util.random.RandomGenerator;

/** Makes nonces that no other message of the bot has. */
final class Nonces {
  private final RandomGenerator random;

  Nonces(RandomGenerator random) {
    this.random = random;
  }

  /** At most 20 digits, so within Discord's 25 characters. */
  synchronized String next() {
    return Long.toUnsignedString(random.nextLong());
  }
}
