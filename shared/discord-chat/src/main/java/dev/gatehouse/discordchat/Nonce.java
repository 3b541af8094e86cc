package dev.gatehouse.discordchat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Nonces from keys of any length: Discord takes short ones only. */
final class Nonce {
  private static final int RADIX = 36;

  private Nonce() {}

  /** The key itself when it is short enough, else as much of its digest as fits. */
  static String of(String key) {
    return key.length() <= DiscordLimits.NONCE ? key : digest(key);
  }

  private static String digest(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).toString(RADIX).substring(0, DiscordLimits.NONCE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
