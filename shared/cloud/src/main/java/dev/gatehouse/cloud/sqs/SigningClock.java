package dev.gatehouse.cloud.sqs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;

/**
 * The time that requests are signed with, and that credentials end by: this machine's, put right by
 * what the service's answers say when it refuses a signature for its time. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">Troubleshoot
 *     Signature Version 4 signing</a>
 */
public final class SigningClock implements InstantSource {
  /** As far as this a signature that is refused has another fault. */
  private static final int TOLERATED_SECONDS = 240;

  private final InstantSource clock;
  private volatile long offset;

  /** This machine's time, until an answer says that it is wrong. */
  public SigningClock(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return clock.instant().plusSeconds(offset);
  }

  long epochSecond() {
    return ours() + offset;
  }

  /**
   * Puts itself right where it was the reason of an error. Several calls that were signed before
   * the first of their answers came do so to the same effect.
   *
   * @param signed the second that the call was signed with
   * @param code of the error
   * @param date the {@code Date} header of the answer
   * @return whether the same call may succeed now
   */
  boolean correct(long signed, String code, String date) {
    if (!isAboutSignature(code)) {
      return false;
    }
    try {
      long theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)).getEpochSecond();
      if (Math.abs(theirs - signed) <= TOLERATED_SECONDS) {
        return false;
      }
      offset = theirs - ours();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private long ours() {
    return Math.floorDiv(clock.millis(), 1000L);
  }

  private static boolean isAboutSignature(String code) {
    return switch (code) {
      case "RequestTimeTooSkewed",
          "RequestExpired",
          "RequestInTheFuture",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "AuthFailure" ->
          true;
      default -> false;
    };
  }
}
