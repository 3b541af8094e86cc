package dev.gatehouse.discordchat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Nonces from keys of any length: Discord takes at most 25 characters. */
final class Nonce {
  private static final int MOST = 25;
  private static final int RADIX = 36;

  private Nonce() {}

  /** The key itself when it is short enough, else 25 characters of its digest. */
  static String of(String key) {
    return key.length() <= MOST ? key : digest(key);
  }

  private static String digest(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).toString(RADIX).substring(0, MOST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
