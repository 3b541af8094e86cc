package dev.gatehouse.discord.signature;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the Ed25519 signature of a request: {@code X-Signature-Ed25519} (64 bytes as lower-case
 * hex) over {@code X-Signature-Timestamp} followed by the body's raw bytes. It is strict where
 * verifiers differ: S must be reduced, points canonical, the key of prime order and R not of small
 * order. No input makes it throw. Safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7">RFC 8032, verification</a>
 */
public final class SignatureVerifier {
  /** How far a timestamp may lie from now, in both directions, unless configured otherwise. */
  public static final Duration DEFAULT_WINDOW = Duration.ofMinutes(5);

  private static final String KEY_SETTING = "DISCORD_PUBLIC_KEY";

  private final Ed25519.@Nullable PublicPoint publicKey;
  private final Duration window;

  private SignatureVerifier(byte[] publicKey, Duration window) {
    this.publicKey = Ed25519.validatePublicKeyFullExport(publicKey, 0);
    this.window = window;
  }

  /**
   * A verifier for the public key that Discord shows on the application's page. A key that is
   * well-formed but no point of prime order makes a verifier that finds everything forged.
   *
   * @param publicKeyHex 64 hexadecimal digits, in either case
   * @throws IllegalArgumentException when it is anything else; the message names the setting
   */
  public static SignatureVerifier of(String publicKeyHex) {
    return of(publicKeyHex, DEFAULT_WINDOW);
  }

  /**
   * As {@link #of(String)}, with a replay window of its own.
   *
   * @param window how far a timestamp may lie from now, in both directions; more than zero
   */
  public static SignatureVerifier of(String publicKeyHex, Duration window) {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("the replay window must be positive, was " + window);
    }
    return new SignatureVerifier(key(publicKeyHex.strip()), window);
  }

  /**
   * Whether the key is a point of prime order, canonically encoded: with any other, no request is
   * authentic.
   */
  public boolean canVerify() {
    return publicKey != null;
  }

  /**
   * Judges one request. The signature is checked before the age, so that nobody learns from the
   * answer whether a forged request would have been in time.
   *
   * @param signatureHex the value of {@code X-Signature-Ed25519}
   * @param timestamp the value of {@code X-Signature-Timestamp}, in Unix seconds
   * @param body the bytes as they were received, after any base64 of the gateway is undone
   * @param now the time of arrival
   */
  public Verdict verify(String signatureHex, String timestamp, byte[] body, Instant now) {
    byte[] signature = Hex.lowerCase(signatureHex, Ed25519.SIGNATURE_SIZE);
    if (signature == null) {
      return new Verdict.Malformed("X-Signature-Ed25519 must be 128 lower-case hexadecimal digits");
    }
    if (!isUnixSeconds(timestamp)) {
      return new Verdict.Malformed("X-Signature-Timestamp must be a Unix time in seconds");
    }
    return holds(signature, message(timestamp, body))
        ? judgeAge(timestamp, now)
        : new Verdict.Forged();
  }

  /** Whether the signature is of this message, whatever the message is. */
  boolean holds(byte[] signature, byte[] message) {
    return publicKey != null
        && !SmallOrder.matches(signature)
        && Ed25519.verify(signature, 0, publicKey, message, 0, message.length);
  }

  private Verdict judgeAge(String timestamp, Instant now) {
    Instant made = Instant.ofEpochSecond(Long.parseLong(timestamp));
    Duration age = Duration.between(made, now);
    return age.abs().compareTo(window) > 0 ? new Verdict.Stale(age) : new Verdict.Authentic();
  }

  /** Twelve digits reach past the year 30000 and keep the arithmetic far from overflow. */
  private static boolean isUnixSeconds(String timestamp) {
    return !timestamp.isEmpty()
        && timestamp.length() <= 12
        && timestamp.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static byte[] message(String timestamp, byte[] body) {
    byte[] prefix = timestamp.getBytes(StandardCharsets.US_ASCII);
    byte[] message = new byte[prefix.length + body.length];
    System.arraycopy(prefix, 0, message, 0, prefix.length);
    System.arraycopy(body, 0, message, prefix.length, body.length);
    return message;
  }

  private static byte[] key(String hex) {
    byte[] key = Hex.lowerCase(hex.toLowerCase(Locale.ROOT), Ed25519.PUBLIC_KEY_SIZE);
    if (key == null) {
      throw new IllegalArgumentException(
          KEY_SETTING
              + " must be the 64 hexadecimal digits shown as \"Public Key\" on the application's"
              + " page, was "
              + hex.length()
              + " characters");
    }
    return key;
  }
}
