package dev.gatehouse.simulator.interactions;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens that nobody guesses. */
final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 96;

  private Tokens() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
