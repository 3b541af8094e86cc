package dev.gatehouse.discord.signature;

import java.time.Duration;

/**
 * What became of the check of a request's signature. Everything but {@link Authentic} is answered
 * with 401: Discord keeps sending bad signatures on purpose and removes an endpoint that accepts
 * one.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/overview#validating-security-request-headers">Validating
 *     security request headers</a>
 */
public sealed interface Verdict {

  /** Signed by the application's key, within the replay window. */
  record Authentic() implements Verdict {}

  /** The headers cannot be a signature at all; {@code reason} names the header and its fault. */
  record Malformed(String reason) implements Verdict {}

  /** Well-formed, and not made by the application's key for this body and timestamp. */
  record Forged() implements Verdict {}

  /**
   * Correctly signed, but outside the replay window.
   *
   * @param age time since the signature was made; negative when its timestamp lies in the future
   */
  record Stale(Duration age) implements Verdict {}
}
