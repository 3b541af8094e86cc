package dev.gatehouse.cloud.once;

/** The worker does not hold the claim any more: another one took it over, so it must stop. */
public final class ClaimLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClaimLostException(String key, String worker) {
    super("claim " + key + ": is not held by " + worker + " any more");
  }
}
